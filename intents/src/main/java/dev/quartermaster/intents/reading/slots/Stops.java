package dev.quartermaster.intents.reading.slots;

import java.util.Arrays;
import java.util.Set;

/** Words that are never a name where a name could stand. */
final class Stops {

    static final Set<String> TEAM = words(
            "under over dear hello hi hey thanks for to per by each every is has spend usage on from with my the our your whole"
                    + " entire this that a an data dev another resource new same and in of user users control all last which"
                    + " age working focus security-group consumer peer study target test ab a/b support core it its their his her");
    static final Set<String> SERVICE =
            words("a an the our my new this that airflow-service self-service web-service for to is");
    static final Set<String> PROJECT =
            words("by and is for pls please needs spend costs cost per to on in with the a of that"
                    + " this as i we it so code usage budget team split breakdown because due");
    static final Set<String> NAME = words("it the a an my that this for and with to so something whatever please pls");
    /** Small words of questions; what is left of a question is what it is about. */
    static final Set<String> QUESTION =
            words("a an the i we you he she they it its it's me us my our your is are was were be been am"
                    + " do does did done can could would should will shall may might must have has had get gets got getting go"
                    + " goes going about on in at to of for from with by as or and if but not no any some there here that this"
                    + " these those what whats what's which who whom whose when where why how than then so just only still yet"
                    + " now please pls plz thanks hi hey hello ok want wants need needs like one ones own come comes use used"
                    + " using anyone someone people somebody myself yourself tell know explain mean means happens happen between"
                    + " difference at all bit possible way able allowed permitted supposed actually really ever also even each"
                    + " these days much many long longest often quickly u im i'm ill i'd there's stuff thing things work works"
                    + " keep maximum most up out off show help bot quartermaster exactly currently before after during while while's"
                    + " going again same set sign else other another into put create creating make making");

    private Stops() {}

    static Set<String> words(String spaced) {
        return Set.copyOf(Arrays.asList(spaced.split(" +")));
    }
}
