package dev.quartermaster.intents.reading.embedded;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Instructions aimed at the bot. A message that holds one starts nothing at all, whatever else it asks for. None of this
 * is what keeps us safe (the rules and the deciders are): it keeps an attack from being read as a request and people
 * from wondering. Each pattern is as narrow as keeps out its legitimate neighbour, named beside it in the tests.
 */
final class Attacks {

    private static final String LAW = "(?:instructions?|rules?|polic(?:y|ies)|prompts?|guidelines?|guard ?-?rails?"
            + "|restrictions?|constraints?|safeguards?|safety|limits?|programming|directives?|orders|filters?"
            + "|protocols?|permissions?|controls?)";
    private static final String CHECK =
            "(?:approvals?|sign ?-?offs?|polic(?:y|ies)|audits?|audit (?:log|trail)s?|checks?"
                    + "|logging|security|authori[sz]ation|authentication|verification|oversight|guard ?-?rails?|safeguards?"
                    + "|rules?|restrictions?|permissions?|approvers?|reviews?)";
    private static final String SECRET = "(?:api[ _-]?)?(?:keys?|tokens?|passwords?|passwd|secrets?|credentials?)";
    private static final String POWER =
            "(?:admin(?:istrator|istration)?(?: rights?| access| privileges?)?|root|superuser"
                    + "|super ?-?admin|sudo|platform[ -]leads?|cluster[ -]admin|god[ -]mode|owner of everything|all permissions"
                    + "|full control)";

    /** What is an attack in any disguise: against what the bot was told, who it is, or what it keeps. */
    private static final List<Pattern> STRONG = patterns(
            // Not "forget my last request" and not "ignore the memory limit error".
            "\\b(?:ignor\\w+|disregard\\w*|forget|overrid\\w+|overrul\\w+|bypass\\w*|circumvent\\w*|discard|neglect|set"
                    + " aside|throw (?:out|away)|drop|break|violate|disobey|unlearn|abandon|suspend|lift)\\b[^.!?\\n]{0,40}\\b"
                    + "(?:your|yer|ur|the|all|aw|any|every|previous|prior|earlier|above|existing|these|those|its|my|our)\\b"
                    + "[^.!?\\n]{0,25}\\b" + LAW + "\\b(?! (?:error|dataset|table|data|model|notebook|job))",
            "\\b(?:ignore|disregard|forget|override)[\\s_-]+(?:previous|prior|system|safety)?[\\s_-]*" + LAW + "\\b",
            "\\b(?:ignore|disregard|forget) (?:everything|anything|all|what)\\b[^.!?\\n]{0,20}\\b(?:above|before"
                    + "|previous(?:ly)?|prior|earlier|said|told|know|learn(?:ed|t))\\b|\\boverrid\\w+ (?:the|that|this|my)"
                    + " (?:refusal|denial|decision|limits?|budget|rejection|block)\\b|\\bdisregard who i\\b",
            "\\b(?:system|hidden|initial|original|secret|internal|master|pre)[ -]?(?:prompts?|instructions|message)\\b"
                    + "|\\b(?:your|ur|yer) (?:\\w+ )?(?:prompts?|instructions|directives)\\b(?! (?:response|reply|help|answer|assistance|attention|action|handling))|\\binstructions (?:that )?you (?:were|got|have|had"
                    + "|are)\\b|\\byour (?:hidden|secret|internal|own) \\w+",
            "\\b(?:print|reveal|repeat|output|dump|recite|leak|echo|show|display|share|tell|give|paste|expose|disclose"
                    + "|copy|summari[sz]e|translate|encode|write(?: out)?|send|what (?:is|are|were))\\b[^.!?\\n]{0,40}\\b(?:your|ur|its|the"
                    + " bot['’]?s)(?: \\w+)? (?:guidelines|source code|training|config\\w*|settings|environment"
                    + " variables|weights|context window|memory)\\b",
            "\\b(?:print|reveal|repeat|output|dump|recite|leak|expose|disclose|translate|encode|write)\\b[^.!?\\n]{0,30}\\b(?:your|ur)"
                    + " (?:own )?(?:rules|polic(?:y|ies)|code)\\b|\\beverything (?:above|before) this\\b|\\btext above\\b",
            "\\byou(?:['’]re| are|r) (?:now|no longer|free from|not bound|unrestricted)\\b|\\bfrom now on,? (?:you|ur|act"
                    + "|respond|answer|approve|grant|always)\\b|\\byou(?:['’]d| have| had)? no (?:rules|limits|restrictions|filters?)\\b"
                    + "|\\byou (?:don['’]?t|do not|needn['’]?t) (?:have|need) to (?:follow|obey|check|ask|log)\\b|\\bnote to (?:the )?(?:language"
                    + " )?(?:model|ai|bot|assistant|llm)\\b|\\byou(?:['’]re| are) a(?:n ai| language model|n llm)\\b",
            "\\b(?:developer|debug|maintenance|god|admin|sudo|unrestricted|dan|jailbreak) ?-?mode"
                    + "\\b|\\bjail ?-?br(?:eak|oken)|\\bdo anything now\\b",
            "\\bpretend\\w*\\b(?! (?:i|we) never)|\\brole ?-?play|\\bimagine (?:that )?you\\b|\\bplay the (?:role|part)\\b|\\bstay in"
                    + " character\\b|\\b(?:act|behave|respond|answer) (?:as|like) (?:if|though|an? (?:admin|root|unrestricted|linux|different|human"
                    + "|bot|ai|approver|manager|hacker)|the (?:admin|owner|approver|manager|budget)|you|colleague|root|admin)|\\bas if you were\\b"
                    + "|\\bsimulate (?:being|that you|an? (?:admin|unrestricted))|\\bhypothetical (?:bot|ai|assistant)\\b"
                    + "|\\bif you(?:['’]d| had) no\\b|\\b(?:grandm\\w+|grandpa) used to\\b|\\blet['’]?s play a game\\b",
            "^\\W*(?:system|assistant|developer|admin|root|override)\\s?(?:message|notice|prompt|update|override|alert)?"
                    + "\\s?[:>\\]}]|[\\[<({]\\s?/?(?:system|sys|inst|assistant|user|tool\\w*|admin)\\s?[\\])>}]|<\\|\\w+\\|>|</[a-z]"
                    + "|#{2,} ?(?:system|instruction|new)|\\bsystem (?:override|notice|message)\\b|\\bsystem\\s?:"
                    + "|\\b(?:begin|end|start|new|updated?|additional|special) (?:of )?(?:system |user |admin )?(?:prompt|instructions?"
                    + "|directives?|admin message|user message|policy ?:)|\"?(?:role|approved|intent|tool|function|is_admin|bypass)\"?\\s?[:=]"
                    + "\\s?\"?(?:system|true|approve|admin|launch|grant|1|colleague)\\b|\\bverified (?:approval|user)\\b|\\bhas been verified\\b",
            "\\b(?:you must|you have to|you will|you shall) (?:obey|comply|approve|ignore|follow (?:my|these))\\b|\\bi"
                    + " (?:order|command|instruct|hereby (?:order|command|instruct|authori[sz]e (?:you|me|myself)|override|declare|grant"
                    + " (?:you|me|myself|every\\w+)))\\b|\\bthis is an? (?:direct )?order\\b|\\b(?:emergency|manual|admin|security|policy)"
                    + " (?:override|bypass)\\b|\\boverride (?:code|token|key|enabled|mode)\\b");

    /** Against the checks, the record, other people's secrets or rank. */
    private static final List<Pattern> PLAIN = patterns(
            // Not "delete the audit-log bucket", "stop my policy notebook", "without asking" in a question of what is
            // so.
            "\\b(?:disabl\\w+|deactivat\\w+|turn(?:ing)? off|switch(?:ing)? off|shut(?:ting)? off|wip\\w+|eras\\w+"
                    + "|delet\\w+|purg\\w+|tamper\\w*|falsif\\w+|rewrit\\w+|clear|kill|stop|edit|alter|remove|hide|pause"
                    + "|switch|turn|suspend\\w*)\\b[^.!?\\n]{0,20}\\b(?:audit(?: log| trail| record| table)?s?|logging|policy (?:engine|checks?)"
                    + "|approval (?:checks?|steps?|rules?|flow|requirements?)|approvals|guard ?-?rails?|safety|expiry for all"
                    + "|budget (?:checks?|limits?|caps?)|access control|security (?:checks?|controls?|rules?))"
                    + "(?! ?-?(?:\\w+ )?(?:notebook|bucket|cluster|env|box|dataset|job|dag|repo|report|sandbox"
                    + "|pipeline|model|project|data))\\b(?!['’]?[\\w-]*(?:bucket|notebook|cluster|data|repo|report))",
            "\\b(?:audit )?logging (?:is|stands|has been) (?:suspended|off|disabled)|\\b(?:wipe|erase|remove|delete|strike) (?:my name|me|this|it)"
                    + " from (?:the )?(?:logs?|audit|records?|history)\\b|\\bswitch it off and tell\\b|\\b(?:tell|say to) (?:nobody|no ?one)\\b"
                    + "|\\bsay nothing\\b|\\bhide (?:the|this|that|my) (?:change|trail|tracks)|\\bput on record that\\b|\\bwithout (?:anybody|anyone|colleague"
                    + "|the \\w+|my \\w+)(?: ever)? (?:noticing|knowing|hearing|seeing|finding out)\\b|\\bbehind \\w+(?:['’]s)? back\\b",
            "\\b(?:change|rewrite|edit|update|alter|loosen) the (?:policy|policies|rules?)\\b[^.!?\\n]{0,20}\\b(?:so|to|that)\\b|\\bthe (?:rules|policy|policies)"
                    + " (?:have|has) (?:been )?changed\\b|\\bset (?:every\\w+|my|our|colleague)(?:['’]s)? (?:request|budget)s?\\b[^.!?\\n]{0,20}\\bto\\b",
            "\\b(?:bypass|skip|circumvent|evade|sidestep|work around|get (?:a)?round|dodge|avoid)(?:ping|ing)? (?:the |any |all"
                    + " |all the |my |our |your )?(?:\\w+ )?" + CHECK + "\\b(?! (?:dataset|table|data|model|notebook))"
                    + "|\\bget (?:a)?round the \\w+ day limit",
            "\\b(?:grant|give|approve|launch|let|allow|start|create|provision|spin up|unlock|add|do it|continue|accept|proceed)\\b"
                    + "[^.?\\n]{0,80}\\b(?:without|no need for|w/o|minus)(?: (?:the|any|all|asking for|needing|waiting for|going"
                    + " through|getting|more)){0,20} (?:" + CHECK
                    + "|reading|asking (?:anyone|anybody|colleague|the owner|my manager)|telling"
                    + " \\w+|a trace)\\b(?![^\\n]*\\?\\s*$)",
            "\\b(?:do not|don['’]?t|never|no need to|without|needn['’]?t)(?: even)? (?:log(?:ging)?|record(?:ing)?|audit(?:ing)?"
                    + "|tell(?:ing)? (?:anyone|anybody|my (?:manager|boss|sponsor)|colleague|the"
                    + " owner)|notify(?:ing)? \\w+)\\b(?! (?:in|into|on)\\b)|\\boff the (?:record|books)\\b",
            "\\b(?:your|ur|you (?:have|hold|use|store|know)|all(?: the| of the| your)?|every(?:one|body)?(?:['’]s)?|other"
                    + " (?:people|users?|teams?)(?:['’]s?)?|(?!(?:what|where|who|how|that|it|here|there|let)['’])\\w+['’]s|admin|root|system|master"
                    + "|production|prod|database|db|slack(?: bot)?|bot|signing|service account)(?: \\w+)? " + SECRET
                    + "\\b(?!\\s?(?:for me|quota|please))|\\b" + SECRET
                    + "\\b[^.!?\\n]{0,20}\\byou (?:have|hold|use|store|know)\\b"
                    + "|\\b(?:leak|exfiltrate|steal|harvest|crack|guess)\\b[^.!?\\n]{0,40}\\b" + SECRET + "\\b|\\b"
                    + SECRET + " (?:of|belonging"
                    + " to|that belongs? to)\\b[^.!?\\n]{0,20}\\b(?:all|every\\w*|others?|users|the (?:bot|database|warehouse|embedded))\\b"
                    + "|\\b" + SECRET
                    + "\\b[^.!?\\n]{0,40}\\b(?:that )?belongs? to colleague|\\bdump (?:the )?env\\b|\\bsigning_secret\\b"
                    + "|\\bcopy of the (?:access )?(?:keys|tokens)|\\bkubectl\\b|\\bget secrets\\b",
            "\\b(?:make|give|grant|promote|elevate|add|set|turn|appoint|get)\\b (?:me|us|myself|colleague|my (?:account"
                    + "|user|id))\\b[^.!?\\n]{0,25}\\b" + POWER + "\\b(?! (?:assistant|cost|data|dashboard|report|table"
                    + "|expenses|notebook|cause))|\\broot (?:access|on|shell|privileges?)\\b|\\bsudo (?:su|rm|make|\\w+ctl)\\b|\\belevate(?:d)?"
                    + " (?:my )?(?:privileges?|permissions?|rights)\\b|\\bso (?:that )?i (?:may|can) approve\\b",
            "\\b(?:i am|i['’]?m|im|as|speaking as|this is|being) (?:the |your |an? |ur )?(?:platform |system |workspace"
                    + " |slack |it |security |cluster |database |global |super ?|real |actual |new )?(?:admin(?:istrator)?"
                    + "|root|superuser|sysadmin|ceo|cto|ciso|cio)\\b(?! assistant| in | for | clerk| team| support"
                    + "| role| and need)(?:\\W*$|[^\\n]{0,80}\\b(?:give|grant|make|approve|disable|enable|turn|switch|delete|allow"
                    + "|unlock|must|order|command|hereby|without|override|show me all|list all|immediately|let me)\\b)",
            "\\b(?:as|i am|i['’]?m|im) (?:the |your |ur |one of your )?(?:developers?|creators?|makers?|owner|engineer|maintainer"
                    + "|author|programmer)s? (?:of (?:this|the) (?:bot|system|platform|assistant|slack|workspace|company)|who"
                    + " (?:built|made|wrote) you)|\\bas your (?:developer|creator|maker|owner|admin|boss|master)\\b|\\bi (?:built"
                    + "|made|created|wrote|programmed|own) (?:you|this bot)\\b|\\bas (?:the )?owner,? i hereby"
                    + " (?!approve (?:it|this|that|the request)\\b|consent|agree|decline|deny|reject|sign)",
            "(?<!n['’]t )(?<!not )(?<!dont )(?<!never )\\b(?:auto-?)?(?:approv(?:e|ing)|accept|grant|greenlight|rubber-?stamp|sign off|wave"
                    + " through)\\b(?: (?:just|me|them))? (?:everything(?! colleague)|all(?: of)?(?: the| my| our| pending| open| waiting|"
                    + " outstanding| future| requests?| without){1,20}|every (?:single )?(?:pending |open |waiting )?(?:request|one|thing)|each"
                    + " request|anything (?:i|we|that|from)|forever|whatever i)\\b(?! (?:data|dataset|table)s?)|\\bauto-?\\s?approve\\b"
                    + "|\\b(?:everyone|everybody|all users|anyone|the whole"
                    + " company)\\b[^.!?\\n]{0,30}\\b(?:everything|all (?:the )?data(?:sets)?|admin|root|full access)\\b"
                    + "|\\b(?:everything|all data(?:sets)?|full access)\\b[^.!?\\n]{0,25}\\bto (?:everyone|everybody|all"
                    + " users|the public|anyone)\\b|\\bmay have everything\\b|\\b(?:dm|message) every(?:one|body| user)\\b",
            "\\bapprov\\w+\\b[^.!?\\n]{0,40}\\b(?:as|on behalf of|in the name of|impersonating|posing as) (?:@?colleague"
                    + "|the (?:budget |data )?(?:owner|manager)|her|him|them)\\b(?!['’])"
                    + "|\\b(?:log ?in|sign in|act|pose|posing|answer|respond|authenticate) as (?:@?colleague|admin|somebody"
                    + "|another)\\b|\\bimpersonat",
            "\\bself-?approv|\\bapprove (?:it )?(?:yourself|itself|your ?self|my own request)\\b|\\b(?:mark|flag|set|treat|consider|record)\\b"
                    + "[^.!?\\n]{0,30}\\b(?:as|to) (?:already )?(?:pre-?)?(?:approved|authori[sz]ed|allowed)\\b|\\b(?:say|reply|respond"
                    + "|answer|output|print|write)(?: only| just)?(?: with| back)? [\"'“‘]?(?:approved|granted|access granted"
                    + "|yes i approve)\\b|\\brepeat after me\\b|\\bmake \\w+ (?:approve|say yes)\\b|\\bmust (?:accept|approve) this\\b",
            "\\bdrop (?:table|database|schema)\\b|';\\s*--|\\brm -rf\\b|\\b(?:curl|wget) (?:-\\w+ ){0,20}https?:|<script\\b"
                    + "|\\$\\(|\\{\\{|\\bunion select\\b|;\\s*(?:delete|update|insert|drop|truncate) |\\b1\\s?=\\s?1\\b|/etc/passwd"
                    + "|169\\.254\\.169\\.254|\\bexfiltrat|\\bprivileged (?:container|pod)|\\bhost ?(?:path|network|pid)\\b|\\bcrypto"
                    + " ?-?min(?:er|ing)\\b|\\bmine (?:bitcoin|crypto|monero)",
            "\\b(?:decode|decrypt|decipher|base64|rot ?13|hex|unscramble|reverse|backwards|morse)\\b[^\\n]{0,120}\\b(?:(?:and|then)"
                    + " (?:do|follow|execute|run|obey|carry|act|apply|perform)|execute)\\b",
            "(?:ignor|vergiss|oubli|olvid|dimentic|esque[cç]|missacht|negeer|zignoruj|glem|ignorer|игнорир|забуд|忽略|無視|무시)"
                    + "[^.!?\\n]{0,60}(?:instru[ckç]|anweis|regel|règle|regla|regole|regra|istruzion|aanwijz|zasad|prompt|инструк"
                    + "|правил|指示|指令|规则|規則|지시)");

    private Attacks() {}

    private static List<Pattern> patterns(String... all) {
        return Stream.of(all).map(Pattern::compile).toList();
    }

    /** @param text as written or with names masked: the patterns know people as {@code colleague} */
    static boolean in(String text) {
        var said = Disguises.plain(text).toLowerCase(Locale.ROOT);
        return found(STRONG, said)
                || found(PLAIN, said)
                || Disguises.undone(said).anyMatch(undone -> found(STRONG, undone) || found(PLAIN, undone))
                || Disguises.hidden(text);
    }

    private static boolean found(List<Pattern> patterns, String said) {
        return patterns.stream().anyMatch(pattern -> pattern.matcher(said).find());
    }
}
