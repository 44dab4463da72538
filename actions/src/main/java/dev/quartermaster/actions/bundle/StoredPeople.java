package dev.quartermaster.actions.bundle;

import dev.quartermaster.intents.people.TeamId;
import dev.quartermaster.intents.yaml.Node;
import dev.quartermaster.intents.yaml.YamlFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A {@code people.yaml} that was in force once, looked up in and not checked: the checks of today would refuse files that
 * were good when leases were opened under them.
 */
record StoredPeople(String text) {
    Optional<String> namespace(TeamId team) {
        return YamlFile.read("people.yaml", text, new ArrayList<>())
                .flatMap(Node::tree)
                .flatMap(tree -> teams(tree).stream()
                        .filter(each -> team.value().equals(each.get("id")))
                        .map(each -> each.get("namespace"))
                        .filter(String.class::isInstance)
                        .map(String.class::cast)
                        .findFirst());
    }

    private static List<Map<?, ?>> teams(Object tree) {
        List<Map<?, ?>> teams = new ArrayList<>();
        if (tree instanceof Map<?, ?> file && file.get("teams") instanceof List<?> listed) {
            for (Object each : listed) {
                if (each instanceof Map<?, ?> team) {
                    teams.add(team);
                }
            }
        }
        return teams;
    }
}
