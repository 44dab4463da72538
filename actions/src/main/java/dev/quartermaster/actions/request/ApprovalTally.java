package dev.quartermaster.actions.request;

import dev.quartermaster.intents.catalogue.Dataset;
import dev.quartermaster.intents.intent.Intent.Decide.Choice;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.people.Team;
import dev.quartermaster.intents.policy.Deciders;
import dev.quartermaster.intents.policy.Rights;
import dev.quartermaster.intents.policy.Stage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Who sits where. A person is one person: within a stage they fill one seat, so a stage that needs two needs two people.
 * Somebody who decides several stages in their own right (the manager who also owns the budget) says yes once for all
 * of them; a stage of a later order takes that yes when its turn comes. A deputy's seat is theirs only while no seat of
 * their own needs them: a platform lead who happens to be the budget's deputy speaks for the platform, and the owner is
 * still asked, unless another lead frees them. A function of the yeses alone, whatever order they came in.
 */
public record ApprovalTally(List<Stage> stages, List<Vote> clicks) {
    /** Beyond this many deputies with seats of their own, they keep to those: the search doubles with each. */
    private static final int MOVABLE = 12;

    /** What a person may decide right now: in their own right, and as a deputy. */
    public static Vote entitled(List<Stage> stages, Vote bare, Set<PersonId> askers, Rights rights) {
        List<Integer> own = new ArrayList<>();
        List<Integer> standIn = new ArrayList<>();
        for (int stage = 0; stage < stages.size(); stage++) {
            Deciders deciders = stages.get(stage).deciders();
            if (rights.of(deciders, askers).contains(bare.by())) {
                (firstHand(deciders, askers, rights).contains(bare.by()) ? own : standIn).add(stage);
            }
        }
        return new Vote(bare.by(), bare.choice(), bare.reason(), bare.at(), own, standIn);
    }

    public boolean complete() {
        return open().isEmpty();
    }

    /** Stages that still wait, whether their turn has come or not. */
    public List<Integer> open() {
        return open(best());
    }

    /** Of those, the ones asked now: all of the lowest order that still waits. */
    public List<Integer> asked() {
        List<Integer> open = open();
        int turn = turn(open);
        return open.stream().filter(stage -> stages.get(stage).order() == turn).toList();
    }

    /** Whether this person's word counts now: some stage of theirs is asked, or was asked before. */
    public boolean hears(Vote click) {
        int turn = turn(open());
        return Stream.concat(click.own().stream(), click.standIn().stream())
                .anyMatch(stage -> stages.get(stage).order() <= turn);
    }

    /** Seats taken in the stages asked so far, none counted beyond its need. */
    public int filled() {
        List<List<Integer>> seats = best();
        int turn = turn(open(seats));
        return IntStream.range(0, stages.size())
                .filter(stage -> stages.get(stage).order() <= turn)
                .map(stage -> counted(seats, stage))
                .sum();
    }

    /** Seats as people should see them, in the stages asked so far; a no is shown wherever it could be said. */
    List<Decision> decisions() {
        List<Vote> yeses = yeses();
        List<List<Integer>> seats = best();
        int turn = turn(open(seats));
        List<Decision> shown = new ArrayList<>();
        for (int i = 0; i < yeses.size(); i++) {
            show(yeses.get(i), seats.get(i), turn, shown);
        }
        clicks.stream()
                .filter(click -> click.choice() == Choice.DENY)
                .forEach(no -> show(no, no.own().isEmpty() ? no.standIn() : no.own(), turn, shown));
        return shown;
    }

    private void show(Vote click, List<Integer> seats, int turn, List<Decision> shown) {
        seats.stream()
                .filter(stage -> stages.get(stage).order() <= turn)
                .map(stage -> new Decision(stage, click.by(), click.choice(), click.reason(), click.at()))
                .forEach(shown::add);
    }

    /** The order asked now; past every order when nothing waits. */
    private int turn(List<Integer> open) {
        return open.stream().mapToInt(stage -> stages.get(stage).order()).min().orElse(Integer.MAX_VALUE);
    }

    private List<Integer> open(List<List<Integer>> seats) {
        return IntStream.range(0, stages.size())
                .filter(stage -> taken(seats, stage) < stages.get(stage).needed())
                .boxed()
                .toList();
    }

    /** For each yes its seats: those that fill the most of what is asked first, then of what is asked next; own seats first. */
    private List<List<Integer>> best() {
        List<Vote> yeses = yeses();
        List<Vote> movable = yeses.stream()
                .filter(click -> !click.own().isEmpty() && !click.standIn().isEmpty())
                .limit(MOVABLE)
                .toList();
        List<List<Integer>> best = seats(yeses, movable, 0);
        for (int moved = 1; moved < 1 << movable.size(); moved++) {
            List<List<Integer>> seats = seats(yeses, movable, moved);
            if (Arrays.compare(filledByOrder(seats), filledByOrder(best)) > 0) {
                best = seats;
            }
        }
        return best;
    }

    private static List<List<Integer>> seats(List<Vote> yeses, List<Vote> movable, int moved) {
        return yeses.stream()
                .map(click -> {
                    int bit = movable.indexOf(click);
                    boolean deputises = click.own().isEmpty() || bit >= 0 && (moved >> bit & 1) == 1;
                    return deputises ? click.standIn() : click.own();
                })
                .toList();
    }

    /** A yes to a later stage never makes up for one that is missing in an earlier. */
    private int[] filledByOrder(List<List<Integer>> seats) {
        return stages.stream()
                .mapToInt(Stage::order)
                .distinct()
                .sorted()
                .map(order -> IntStream.range(0, stages.size())
                        .filter(stage -> stages.get(stage).order() == order)
                        .map(stage -> counted(seats, stage))
                        .sum())
                .toArray();
    }

    private int counted(List<List<Integer>> seats, int stage) {
        return Math.min(taken(seats, stage), stages.get(stage).needed());
    }

    private static int taken(List<List<Integer>> seats, int stage) {
        return (int) seats.stream().filter(taken -> taken.contains(stage)).count();
    }

    private List<Vote> yeses() {
        return clicks.stream().filter(click -> click.choice() == Choice.APPROVE).toList();
    }

    /** The owners where the role has them; where the owner may not decide (they ask), the deputy is first. */
    public static Set<PersonId> firstHand(Deciders deciders, Set<PersonId> askers, Rights rights) {
        if (deciders instanceof Deciders.AnyOf(var each)) {
            Set<PersonId> any = new TreeSet<>();
            each.forEach(one -> any.addAll(firstHand(one, askers, rights)));
            return any;
        }
        Set<PersonId> may = rights.byRole(deciders, askers);
        Set<PersonId> first =
                owners(deciders, may, rights).filter(may::contains).collect(Collectors.toSet());
        return first.isEmpty() ? may : first;
    }

    private static Stream<PersonId> owners(Deciders deciders, Set<PersonId> may, Rights rights) {
        return switch (deciders) {
            case Deciders.OwnerOfData(var dataset) ->
                rights.catalogue().covered(dataset).stream().map(Dataset::owner);
            case Deciders.OwnerOfBudget(var team) ->
                rights.people().team(team).map(Team::budget).map(Team.Budget::owner).stream();
            case Deciders.ManagerOf manager -> may.stream();
            case Deciders.SponsorOf sponsor -> may.stream();
            case Deciders.OwnerOfPath path -> may.stream();
            case Deciders.Group group -> may.stream();
            case Deciders.Named named -> may.stream();
            case Deciders.AnyOf any -> may.stream();
        };
    }

    public static boolean said(Collection<Vote> clicks, PersonId by, Choice choice) {
        return clicks.stream().anyMatch(click -> click.by().equals(by) && click.choice() == choice);
    }
}
