package dev.quartermaster.intents.reading.clauses;

import java.util.Set;

/** The closed classes of English that a form is told by. Open classes (what is asked for) never decide a form. */
public final class FormWords {

    /** What is said before a clause begins, and says nothing. */
    static final Set<String> OPENERS = words("hi hey hello hiya morning afternoon evening good all team guys folks"
            + " everyone there ok okay k yes yep yeah yup aye right sure so and but or oh ah er um hm hmm well please pls"
            + " plz kindly just also then plus now next actually anyway instead rather simply maybe perhaps possibly"
            + " finally first second secondly afterwards later meanwhile otherwise only quickly dear cheers thanks thx ta"
            + " sorry quartermaster qm bot @quartermaster @qm too again fyi no nope nah wait oops btw ps urgent urgently"
            + " request asap quick & + better else still");

    static final Set<String> ADVERBS = words("please pls plz kindly just also possibly maybe perhaps really only still"
            + " now then quickly simply at least again urgently definitely both all even ever too instead rather therefore"
            + " currently next today tomorrow");

    /** Verbs in their base form that tell us to do something. */
    static final Set<String> DOING = words(
            "launch lauch start stop kill shut spin give gimme grant get extend keep cancel withdraw revoke run rerun"
                    + " trigger resize resume set create make approve drop bin scrap nuke axe close end terminate tear"
                    + " delete remove wake bring unpause pause restart hand transfer put move let book reserve allocate"
                    + " provision bump scale upgrade downgrade shrink grow double halve renew prolong push add fire kick"
                    + " turn take free release swap replace stand ditch retire change switch open build host publish"
                    + " register hook schedule execute retrigger throw lose reclaim dispose return boot wind decommission"
                    + " destroy carry continue revive reactivate unfreeze fetch pull undo grab refresh queue order assign"
                    + " enable allow permit onboard share deploy lend hold leave relaunch redeploy roll raise increase"
                    + " decrease lower reduce expand enlarge prepare arrange unlock up sort clear clean split use rent"
                    + " supply hibernate suspend pass whitelist lengthen crank beef top reopen install unmount mount size"
                    + " abort halt exec process submit dispatch issue lease draw setup spawn provide throttle stretch"
                    + " postpone delay hook lift unblock downsize upsize activate reinstate snooze tidy forget ignore disregard scratch"
                    + " please reboot re-run re-launch re-start re-trigger recreate reprovision power do have");

    /** What follows a word of {@link #DOING} only where that is a noun: "launch failed", "access of". */
    static final Set<String> AFTER_NOUN =
            words("is are was were be been being has had took takes failed fails failing went goes gone did does do of"
                    + " time times timed expired denied granted ended ran came never always still seems seem looks looked"
                    + " keeps kept crashed or isn't wasn't aren't weren't hasn't doesn't didn't won't can't couldn't will"
                    + " would should could can might may must cost costs costing worked works hangs hung died 's as that's"
                    + " it's than happened happens finished starts started stops stopped without-me");

    /** What follows such a verb where nothing of ours is asked for: "keep me posted", "give me a hint", "take care". */
    static final Set<String> IDLE = words(
            "posted care calm know minute moment second sec break hint clue example idea reason summary answer hand"
                    + " help heads-up shout ring call look guess think see check tell wonder explanation update status"
                    + " word feel sense reply refund overview tour definition advice opinion chance sure well soon away"
                    + " rid sense fun back in into used lost involved worse better away-from through bored stuck confused"
                    + " clear");

    static final Set<String> QUESTIONS =
            words("what what's whats which who who's whose whom where where's when when's why"
                    + " why's how how's hows how'd");

    static final Set<String> BE_DO_HAVE =
            words("is isn't isnt are aren't was wasn't were weren't am do don't does doesn't did"
                    + " didn't has hasn't have haven't had hadn't ain't");

    static final Set<String> MODALS =
            words("can could will would may might shall should can't couldn't won't wouldn't must"
                    + " cant shouldn't cld wld");

    static final Set<String> US = words("you u ya someone somebody anyone anybody quartermaster qm one");

    /** Verbs of somebody who asks to be given something: "can I get …". */
    static final Set<String> GETTING =
            words("get have grab borrow request book reserve launch start spin extend keep stop order rent create"
                    + " renew prolong resize bump double run schedule be stand fire set transfer hand cancel withdraw"
                    + " resume restart add up increase scale kill shut end close deploy");

    /** "Can I read it until Friday?" asks for it; "can I read it?" may ask whether it is allowed. */
    static final Set<String> USING = words("read write query see use access view select update edit look");

    static final Set<String> WISHES = words(
            "need want wanna require request requesting wanting needing after like love" + " appreciate wish hoping");

    /** What one wishes for and we only tell: "I need to know". */
    static final Set<String> KNOWING =
            words("know understand see find check ask learn tell remember think decide figure talk discuss confirm"
                    + " hear say complain thank mention report point wait go leave apologise apologize speak look be"
                    + " compare read-up clarify wonder recall note remind warn");

    /** A clause that begins so supposes or dates, and does not ask. */
    static final Set<String> SUPPOSING =
            words("if when whenever unless suppose supposing imagine assuming hypothetically whether once after before"
                    + " provided wherever hypothetical theoretically supposedly lest were had");

    /** After "if": politeness, no condition. */
    static final Set<String> POLITE_IF =
            words("possible so poss yes not ok okay you that's needed allowed feasible able");

    static final Set<String> SAYING =
            words("said says saying told tells asked asks asking wrote writes mentioned mentions suggested suggests"
                    + " recommended recommends claims claimed thinks thought heard announced posted replied quoted quote"
                    + " reads insists insisted wonders wondered wondering reckons reckon believes believed tweeted joked"
                    + " argued warned emailed texted shouted dreamt dreamed read-somewhere according apparently titled"
                    + " headline reported advised proposes proposed demanded promised hinted remembered");

    /** No bare value has one of these. */
    static final Set<String> FINITE = words(
            "is isn't are aren't was wasn't were weren't been am 'm i'm we're you're they're he's she's it's that's"
                    + " there's what's has hasn't have haven't had hadn't do does doesn't did didn't don't will won't"
                    + " would wouldn't can can't could couldn't should shouldn't might may must i'll we'll i'd we'd i've"
                    + " we've you've they've got went took ran came died broke cost costs took felt gave kept left lost"
                    + " made meant met paid put said saw seems looks works runs goes thinks hangs keeps gets feels sounds"
                    + " takes starts stops ends i we he she they you hate love loved liked wish hope think guess believe"
                    + " wonder never cannot cant dont didnt wasnt fell crashed isnt doesnt wont ain't hasnt");

    /** Said of what one has, not of what one asks for. */
    public static final Set<String> FEELING = words(
            "slow slower slowly slowest broken crash crashes crashing crashed stuck error errors fail fails failing"
                    + " failed wrong annoying terrible useless bug bugs buggy laggy hangs hanging freeze freezes"
                    + " freezing frozen dead weird ugly hate bad awful horrible great nice lovely cool awesome amazing"
                    + " brilliant excellent wow lol haha perfect fantastic disappointed disappointing frustrating"
                    + " ridiculous rubbish faulty flaky unusable beautiful superb wonderful pity shame unfortunately sadly"
                    + " luckily congrats congratulations kudos thrilled happy glad proud tired fed worst best nightmare"
                    + " sluggish painful");

    /** Ends in "ed" and is no verb of a sentence. */
    static final Set<String> NO_VERB =
            words("named called isolated shared dedicated managed gpu-enabled hosted needed required based limited"
                    + " distributed red unlimited speed embedded scheduled feed med bed extended advanced deidentified"
                    + " anonymised anonymized unsupervised supervised supposed need seed fixed labelled labeled aggregated"
                    + " detailed combined paid weighted red indeed exceed proceed supposed-to deed weed breed united");

    private FormWords() {}

    /** Whether a word tells us to do something of ours. */
    public static boolean tells(String word) {
        return DOING.contains(word);
    }

    public static Set<String> words(String spaced) {
        return Set.copyOf(java.util.Arrays.asList(spaced.strip().split(" +")));
    }
}
