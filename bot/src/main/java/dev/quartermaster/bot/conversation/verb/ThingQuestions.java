package dev.quartermaster.bot.conversation.verb;

import dev.quartermaster.actions.bundle.Bundles;
import dev.quartermaster.actions.lease.Lease;
import dev.quartermaster.actions.lease.Leases;
import dev.quartermaster.actions.request.Request;
import dev.quartermaster.actions.request.RequestService;
import dev.quartermaster.actions.time.DatabaseTime;
import dev.quartermaster.actions.why.DecisionExplanation.Happened;
import dev.quartermaster.actions.why.Explanations;
import dev.quartermaster.bot.card.Wording;
import dev.quartermaster.bot.card.request.LeaseFacts;
import dev.quartermaster.bot.conversation.dialogue.IncomingMessage;
import dev.quartermaster.bot.conversation.dialogue.ReadingMemory;
import dev.quartermaster.bot.conversation.dialogue.TargetResolver;
import dev.quartermaster.bot.slack.outbox.Outbox;
import dev.quartermaster.intents.intent.Intent;
import dev.quartermaster.intents.intent.Target;
import dev.quartermaster.intents.intent.Term;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.policy.Verdict;
import dev.quartermaster.intents.reading.Context;
import dev.quartermaster.intents.reading.Verb;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Answers what somebody asks about a thing of their own, wherever they ask it: what it costs, how long it can be kept at
 * most, when it is ready, whether it is gone and who ended it. Of what was spoken of last, of what is named, of what was
 * asked for just now, or of the only one there is; otherwise it says nothing.
 */
@Component
class ThingQuestions {
    private static final String OPENING =
            "\\W*(?:(?:and|so|but|ok|okay|hi|hey|hello|sorry|oh|well|h+m+|thanks|please|then)\\W+){0,4}";
    private static final String THING = "(?:it|this|that|them|(?:my|the|our) (?<thing>[\\w. -]{2,40}?))";
    private static final Pattern COSTS = Pattern.compile(
            OPENING
                    + "(?:what|how much) (?:does|is|do|did|has|will) " + THING
                    + " (?:costs?|costing|come to|add up to)(?: (?:me|us|per hour|an hour|a day|per day|now|then|so far|until now|at the moment|in all|in total|altogether)){0,3}\\W*");
    private static final Pattern AT_MOST = Pattern.compile(OPENING
            + "(?:(?:for )?how long (?:can|could|may|am i allowed to|will) (?:(?:i|we) )?(?:keep|have|hold(?: on to)?|run|use|extend) "
            + THING + "(?: for)?(?: (?:at (?:the )?most|maximum|max|in total|in all|altogether|then))*"
            + "|what(?:'s| is) the (?:longest|maximum|most)(?: (?:time|length))?(?: that)? (?:i|we) (?:can|could|may) (?:keep|have|extend) "
            + THING.replace("thing", "long") + "(?: for)?)\\W*");
    private static final Pattern READY = Pattern.compile(OPENING
            + "(?:when|what time|how soon|at what time) (?:will|is|does|do|can) " + THING
            + " (?:be )?(?:going to be )?(?:ready|up|start(?:ing)?|begin|available|there|online)(?: (?:for (?:me|us)|then|now))*\\W*"
            + "|" + OPENING
            + "(?:(?:remind|tell) me )?when (?:it|this|that) (?:starts|begins|is (?:ready|there|up))\\W*");
    private static final Pattern WHO = Pattern.compile(OPENING
            + "who(?: (?:has|was it that))? (?:stopped|ended|killed|terminated|deleted|removed|withdrew|cancell?ed|shut down|took down|turned off|took back) "
            + THING + "(?: down)?\\W*");
    private static final Pattern GONE = Pattern.compile(
            OPENING
                    + "(?:is|are|has|have|did) " + THING
                    + " (?:(?:really|actually|completely|now|already|all|been|definitely) ){0,3}(?:gone|stop(?:ped)?|over|off|ended?|deleted|removed|withdrawn|down)(?: (?:then|now|already|for good))*\\W*");
    private static final Pattern DECIDED = Pattern.compile(OPENING
            + "(?:(?:did|has|have) (?:he|she|they|[\\p{L}]{2,20}) (?:already )?(?:say|said|says|give|given) (?:a |his |her |their )?(?:yes|no|ok)(?: to (?:it|this|that))?"
            + "|(?:is|was|has) " + THING
            + " (?:been )?(?:already )?(?:approved|granted|decided|allowed|in force|denied|refused)"
            + "|(?:is|are) (?:he|she|they|[\\p{L}]{2,20}) on (?:it|that))(?: (?:yet|now|then|already))*\\W*");
    /** Longer than anything is to be had for: why not is the answer. */
    private static final Duration VERY_LONG = Duration.ofDays(3_000);

    private static final Pattern NOT_SO_LONG = Pattern.compile(", not [^.]{1,40}(?=\\.)");
    private static final int RECENT = 20;
    private static final Duration JUST_NOW = Duration.ofMinutes(10);

    private final RequestService requests;
    private final Leases leases;
    private final Explanations explanations;
    private final DecisionsInWords decisions;
    private final ReadingMemory memory;
    private final Bundles bundles;
    private final DatabaseTime time;
    private final Outbox outbox;

    ThingQuestions(
            RequestService requests,
            Leases leases,
            Explanations explanations,
            DecisionsInWords decisions,
            ReadingMemory memory,
            Bundles bundles,
            DatabaseTime time,
            Outbox outbox) {
        this.requests = requests;
        this.leases = leases;
        this.explanations = explanations;
        this.decisions = decisions;
        this.memory = memory;
        this.bundles = bundles;
        this.time = time;
        this.outbox = outbox;
    }

    /**
     * @param said in lower case
     * @return false: it asks nothing of the kind, or nobody knows of what; nothing was said
     */
    boolean answered(IncomingMessage asking, String said) {
        for (Question question : Question.values()) {
            var asked = question.pattern.matcher(said);
            if (asked.matches()) {
                Optional<Request> meant = meant(asking, Optional.ofNullable(asked.group("thing")), question);
                meant.ifPresent(request -> answer(question, request, asking));
                return meant.isPresent();
            }
        }
        return false;
    }

    private enum Question {
        COSTS(ThingQuestions.COSTS, false),
        AT_MOST(ThingQuestions.AT_MOST, false),
        READY(ThingQuestions.READY, false),
        WHO(ThingQuestions.WHO, true),
        GONE(ThingQuestions.GONE, true),
        DECIDED(ThingQuestions.DECIDED, false);

        private final Pattern pattern;
        /** Asked of what may have ended. */
        private final boolean over;

        Question(Pattern pattern, boolean over) {
            this.pattern = pattern;
            this.over = over;
        }
    }

    private void answer(Question question, Request request, IncomingMessage asking) {
        Lease lease = leases.find(request.lease()).orElse(null);
        LeaseFacts facts = new LeaseFacts(request, lease, time.now());
        switch (question) {
            case COSTS -> outbox.say(asking.privately(), facts.cost());
            case AT_MOST -> outbox.say(asking.privately(), facts.most(limits(request, asking.person())));
            case READY -> outbox.say(asking.privately(), facts.ready());
            case WHO, GONE -> outbox.say(asking.privately(), facts.gone(endedBy(request, asking.person())));
            case DECIDED -> decisions.show(asking, request);
        }
    }

    /** Why it can't be kept for ever, in sentences; empty: nothing speaks against it. */
    private List<String> limits(Request request, PersonId person) {
        Intent longer = new Intent.Extend(new Target.Id(request.lease().value()), new Term.For(VERY_LONG));
        return requests.preview(person, longer).verdict() instanceof Verdict.Refused refused
                ? refused.reasons().stream()
                        .map(reason -> NOT_SO_LONG.matcher(reason.words()).replaceAll(""))
                        .distinct()
                        .toList()
                : List.of();
    }

    /** Whoever stopped or withdrew it; empty: nobody did. */
    private String endedBy(Request request, PersonId person) {
        return explanations.of(request.id(), person).stream()
                .flatMap(why -> why.steps().stream())
                .filter(step -> step.what().equals("stopped") || step.what().equals("withdrawn"))
                .map(Happened::by)
                .filter(by -> by != null)
                .map(by -> Wording.name(new PersonId(by), bundles.current().people()))
                .distinct()
                .collect(Collectors.joining(" and "));
    }

    private Optional<Request> meant(IncomingMessage asking, Optional<String> named, Question question) {
        if (question == Question.DECIDED) {
            return asked(asking, named);
        }
        List<Request> theirs = leases.of(asking.person()).stream()
                .filter(lease -> question.over || lease.state().open())
                .sorted(Comparator.comparing(
                        lease -> question.over && lease.state().open()))
                .flatMap(lease -> requests.find(lease.request()).stream())
                .filter(request -> request.askers().contains(asking.person()))
                .toList();
        if (named.isPresent()) {
            return theirs.stream()
                    .filter(request -> TargetResolver.fits(
                            TargetResolver.about(request, bundles.current().catalogue()), named.get()))
                    .findFirst();
        }
        Optional<Request> spokenOf = Optional.ofNullable(asking.about())
                .or(() -> memory.request(asking))
                .flatMap(id -> requests.find(id, asking.person()))
                .filter(request -> request.askers().contains(asking.person()));
        return spokenOf.flatMap(this::original)
                .or(() -> asked(memory.last(asking)) ? Optional.empty() : unspoken(theirs, question));
    }

    /** Where nothing was spoken of: the only one, or what was asked for a short while ago, wherever that was. */
    private Optional<Request> unspoken(List<Request> theirs, Question question) {
        Instant since = time.now().minus(JUST_NOW);
        boolean any = theirs.size() == 1 || question.over;
        return theirs.stream()
                .filter(request -> question != Question.WHO && request.at().isAfter(since))
                .max(Comparator.comparing(Request::at))
                .or(() -> theirs.stream().filter(each -> any).findFirst());
    }

    /** What was only asked about, and is nothing of theirs, is what is spoken of. */
    private static boolean asked(Context context) {
        return context instanceof Context.Last last
                && (last.candidate().verb() == Verb.HELP || last.candidate().verb() == Verb.FIND);
    }

    /** What was asked for last, as far as that is what is meant. */
    private Optional<Request> asked(IncomingMessage asking, Optional<String> named) {
        Optional<Request> here = Optional.ofNullable(asking.about()).flatMap(id -> requests.find(id, asking.person()));
        return here.or(() -> requests.askedBy(asking.person(), RECENT).stream()
                        .filter(request -> named.isEmpty()
                                || TargetResolver.fits(
                                        TargetResolver.about(
                                                request, bundles.current().catalogue()),
                                        named.get()))
                        .findFirst())
                .filter(request -> request.askers().contains(asking.person()));
    }

    /** Of an extension or another size, what it is of. */
    private Optional<Request> original(Request request) {
        return leases.find(request.lease())
                .flatMap(lease -> requests.find(lease.request()))
                .or(() -> Optional.of(request));
    }
}
