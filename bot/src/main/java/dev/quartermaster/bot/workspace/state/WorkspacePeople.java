package dev.quartermaster.bot.workspace.state;

import dev.quartermaster.bot.workspace.state.WorkspaceSettings.Account;
import dev.quartermaster.intents.people.MailAddress;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Who is in the workspace, with ids that stay the same for ever: the bot's database remembers them. */
public final class WorkspacePeople {
    public static final String TEAM = "T0LOCAL";
    public static final String TEAM_NAME = "Local workspace";
    public static final String APP = "A0QM";
    public static final String BOT = "B0QM";
    public static final String BOT_USER = "U0QM";
    public static final String BOT_NAME = "Quartermaster";
    public static final String SLACKBOT = "USLACKBOT";

    private final Map<String, Account> accounts = new LinkedHashMap<>();

    public WorkspacePeople(List<Account> known) {
        for (Account account : known) {
            String user = userId(account.id());
            if (user.equals(BOT_USER) || accounts.putIfAbsent(user, account) != null)
                throw new IllegalArgumentException("two accounts of the local workspace share the id " + user);
        }
    }

    static String userId(String account) {
        return "U0" + account.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
    }

    public Collection<String> ids() {
        return accounts.keySet();
    }

    public Optional<Account> account(String userId) {
        return Optional.ofNullable(accounts.get(userId));
    }

    public Optional<String> byAccountId(String id) {
        return Optional.of(userId(id)).filter(accounts::containsKey);
    }

    public Optional<String> byEmail(String email) {
        return accounts.entrySet().stream()
                .filter(e -> MailAddress.of(e.getValue().email()).matches(email))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    public boolean exists(String userId) {
        return userId.equals(BOT_USER) || accounts.containsKey(userId);
    }

    /** A user as {@code users.info} gives it; the fields of https://docs.slack.dev/reference/objects/user-object. */
    public ObjectNode user(String userId) {
        ObjectNode user = JsonNodeFactory.instance.objectNode();
        boolean bot = userId.equals(BOT_USER);
        String name = bot ? "quartermaster" : accounts.get(userId).id();
        String realName = bot ? BOT_NAME : accounts.get(userId).name();
        user.put("id", userId).put("team_id", TEAM).put("name", name).put("real_name", realName);
        user.put("deleted", false).put("is_bot", bot).put("is_app_user", false);
        user.put("is_admin", false).put("is_owner", false).put("is_restricted", false);
        user.put("is_ultra_restricted", false).put("is_stranger", false);
        user.put("tz", "Europe/London").put("tz_label", "Greenwich Mean Time").put("tz_offset", 0);
        user.put("updated", 1700000000).put("is_email_confirmed", !bot);
        user.set("profile", profile(userId));
        return user;
    }

    public ObjectNode profile(String userId) {
        ObjectNode profile = JsonNodeFactory.instance.objectNode();
        Optional<Account> account = account(userId);
        String name = account.map(Account::name).orElse(BOT_NAME);
        profile.put("real_name", name).put("real_name_normalized", name);
        profile.put("display_name", account.map(Account::id).orElse("quartermaster"));
        profile.put("display_name_normalized", account.map(Account::id).orElse("quartermaster"));
        profile.put("title", account.map(Account::role).orElse("")).put("team", TEAM);
        if (account.isPresent()) profile.put("email", account.get().email());
        else profile.put("api_app_id", APP).put("bot_id", BOT);
        return profile;
    }
}
