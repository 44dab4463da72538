package dev.quartermaster.intents.reading.gate;

import dev.quartermaster.intents.reading.Candidate;
import dev.quartermaster.intents.reading.Context;
import dev.quartermaster.intents.reading.KnownSlot;
import dev.quartermaster.intents.reading.Sample;
import dev.quartermaster.intents.reading.Slot;
import dev.quartermaster.intents.reading.SlotName;
import dev.quartermaster.intents.reading.Verb;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/** What people say after something was asked for, and want nothing done by: made of forms and the catalogue's words. */
final class FollowUps {

    private static final List<String> FORMS = List.of(
            // questions
            "how do I open {my}?",
            "how long does {my} last",
            "is {my} ready yet?",
            "is there {a} free?",
            "what did {that} cost?",
            "what does {a} cost {time}?",
            "why is {my} still waiting?",
            "who can see {data}?",
            "is the {size} one gone then?",
            "can {a} have {n} GPUs at all?",
            "where do I find {data} in {my}?",
            "when does {my} end?",
            "do I have {a} already?",
            "did {person} get {a} as well?",
            "which of them is cheaper, {a} or {a}?",
            "what happens to {my} after {time}?",
            "how would I launch {a} for {person}?",
            "is it possible that {my} stopped?",
            "should I take {a} or {a}?",
            "am I allowed to read {data}?",
            "was {my} stopped by {person}?",
            "does {my} run until {end}?",
            "how many GPUs does {my} have",
            "could {that} be the reason?",
            "has {person} launched {a}?",
            "can I use SAS in {my}?",
            "what about the costs of {my}?",
            "will {my} be gone {end}?",
            "what did {team} spend",
            "can anyone tell me what {my} costs?",
            "and is {data} in it?",
            "would {n} GPUs be faster?",
            "why {n} and not 4?",
            "isn't {n} too many?",
            "so {my} ends {end}, right?",
            "{n} GPUs?",
            // complaints
            "{my} is too slow",
            "{my} is much slower than {that}",
            "{my} crashed after {time}",
            "I can't open {my}",
            "it took {time} to start {my}",
            "{my} keeps losing its kernel",
            "nothing works in {my} since {end}",
            "I was promised {n} GPUs and got 1",
            "{time} is far too long for {that}",
            "the start of {my} takes ages",
            "launch takes forever",
            "{data} looks wrong to me",
            "{my} does not see {data}",
            "this is annoying, {my} died again",
            "{person} says {my} is broken",
            "I expected {n} workers, not {n}",
            "extending {my} never works for me",
            // reports and statements
            "{person} launched {a} {end}",
            "I stopped {my} myself",
            "we already have {a} with {n} GPUs",
            "I used {data} for {time} last year",
            "{person} told me to launch {a}",
            "my manager said I should take {a} for {time}",
            "{my} has {n} GPUs",
            "{my} ran for {time}",
            "the {size} one was enough last time",
            "{team} has {n} of them",
            "yesterday {person} gave me read on {data}",
            "I got {data} from {person} {end}",
            "{person} asked for {n} GPUs and write on {data}",
            "{my} is for {person}",
            "FYI {person} needs no access to {data}",
            "there are {n} people in {team}",
            "{time} was the length of it",
            // thanks
            "thanks for {my}",
            "great, {my} works now",
            "lovely, thank you for the {size} one",
            "cheers, {n} GPUs is more than I hoped for",
            "perfect, {data} is what I was looking for",
            "thanks {person}",
            "thank you, {time} is plenty for me to finish this thing",
            // hypotheticals
            "if I launched {a}, what would it cost?",
            "if {person} had {a} we would be done",
            "suppose I took {n} GPUs for {time}",
            "what if I extend {my} by {time}?",
            "when {my} ends I will launch {a}",
            "if you extend {my}, {person} gets angry",
            "imagine I gave {person} read on {data}",
            "hypothetically, launch {a} and then stop it",
            "unless {person} minds, {a} would be an option",
            "whenever I say launch {a}, it fails",
            "once {person} is back, give me read on {data}",
            // negations
            "don't launch {a}",
            "please do not extend {my}",
            "I don't need {a}",
            "never stop {my}",
            "no need to extend {my} by {time}",
            "I do not want {n} GPUs",
            "let's not launch {a} for {time}",
            "we don't want read on {data}",
            "do not give {person} {data} for {time}",
            "nobody should stop {my}",
            "not {a}, thanks for asking me though",
            // quotations
            "{person} said \"launch {a} for {time}\"",
            "the docs say: “give me read on {data}”",
            "my mail reads 'stop {my} and launch {a}'",
            "{person} wrote: launch {a} with {n} GPUs",
            "> spin up {a} for {time}",
            "the headline was \"extend {my} until {end}\"",
            "according to {person}, start {a} and wait",
            // plans
            "I'm going to launch {a} {end}",
            "we might need {a} next month",
            "I'm thinking of extending {my} by {time}",
            "I'll stop {my} myself",
            "we plan to read {data} for {time}",
            "I may ask for {n} GPUs {end}",
            "I should stop {my} {end}",
            "tomorrow I will launch {a} and give {person} read on {data}",
            "my plan is to run {a} for {time}",
            "I wanted to launch {a} {end}",
            "I need to think about {a}",
            "I want to know what {my} costs",
            "I'd like to understand why {my} stopped",
            "I have to ask {person} about {data}",
            "we are considering {n} GPUs for {time}");

    private static final List<String> OPENERS = List.of(
            "",
            "",
            "",
            "",
            "",
            "ok, ",
            "hm, ",
            "hi, ",
            "so ",
            "and ",
            "by the way, ",
            "sorry but ",
            "one more thing: ");
    private static final List<String> CLOSERS = List.of("", "", "", "", "", " :thinking_face:", " thanks", "!", " ...");

    private final Random random;

    FollowUps(long seed) {
        this.random = new Random(seed);
    }

    record Said(String text, Context context) {}

    Said next() {
        var text = FORMS.get(random.nextInt(FORMS.size()));
        while (text.contains("{")) {
            var start = text.indexOf('{');
            var end = text.indexOf('}', start);
            text = text.substring(0, start) + word(text.substring(start + 1, end)) + text.substring(end + 1);
        }
        var quoted = text.startsWith(">");
        return new Said(
                (quoted ? "" : of(OPENERS)) + text + (quoted || text.endsWith("?") ? "" : of(CLOSERS)), context());
    }

    private String of(List<String> words) {
        return words.get(random.nextInt(words.size()));
    }

    private String word(String kind) {
        var known = Sample.KNOWN;
        return switch (kind) {
            case "a" -> "a " + of(paths());
            case "my" -> of(List.of("my ", "the ", "our ", "that ")) + of(paths());
            case "that" -> of(List.of("that notebook", "that one", "it", "that cluster", "that lease", "the request"));
            case "data" ->
                of(known.catalogue().datasets().keySet().stream()
                        .map(Object::toString)
                        .sorted()
                        .toList());
            case "person" ->
                of(known.people().persons().keySet().stream()
                        .map(id -> id.value())
                        .sorted()
                        .toList());
            case "team" ->
                of(known.people().teams().keySet().stream()
                        .map(id -> id.value())
                        .sorted()
                        .toList());
            case "size" -> of(List.of("small", "medium", "large"));
            case "n" -> String.valueOf(2 + random.nextInt(7));
            case "time" -> of(List.of("two weeks", "3 days", "6 hours", "a month", "90 minutes", "five days"));
            default -> of(List.of("tomorrow 6pm", "on Friday", "next Tuesday", "tonight", "at noon"));
        };
    }

    private static List<String> paths() {
        return Sample.KNOWN.catalogue().paths().values().stream()
                .flatMap(path -> Stream.concat(
                        Stream.of(path.title().toLowerCase(java.util.Locale.ROOT)), path.synonyms().stream()))
                .sorted()
                .toList();
    }

    private Context context() {
        var slots = new LinkedHashMap<SlotName, Slot>();
        var verb = List.of(Verb.LAUNCH, Verb.LAUNCH, Verb.GRANT, Verb.EXTEND, Verb.STOP)
                .get(random.nextInt(5));
        switch (verb) {
            case LAUNCH -> {
                slots.put(KnownSlot.PATH, slot(of(List.of("ray-cluster", "data-science-experimentation", "rstudio"))));
                slots.put(KnownSlot.GPUS, slot(4L));
                slots.put(KnownSlot.GPU_KIND, slot("t4"));
                slots.put(KnownSlot.FOR, slot("PT72H"));
                slots.put(KnownSlot.PURPOSE, slot("churn model"));
            }
            case GRANT -> {
                slots.put(KnownSlot.DATASET, slot("sales.orders"));
                slots.put(KnownSlot.ACCESS, slot("read"));
                slots.put(KnownSlot.FOR, slot("P14D"));
            }
            default -> slots.put(KnownSlot.TARGET, slot("last"));
        }
        if (verb == Verb.EXTEND) {
            slots.put(KnownSlot.FOR, slot("PT2H"));
        }
        var offered = new ArrayList<>(of3());
        return new Context.Last(
                new Candidate(verb, Map.copyOf(slots), 0.9), offered, offered.isEmpty() || random.nextInt(4) == 0);
    }

    private List<String> of3() {
        return List.of(
                        List.<String>of(),
                        List.of("Yes"),
                        List.of("small", "medium", "large"),
                        List.of("ray-cluster", "rstudio"),
                        List.of("4h", "1d", "7d"))
                .get(random.nextInt(5));
    }

    private static Slot slot(Object value) {
        return new Slot(value, value.toString(), true);
    }
}
