package dev.quartermaster.intents.reading.embedded;

import java.util.HashMap;
import java.util.Map;

/** Words that are the same to us: what a sentence about a notebook teaches holds for a cluster. */
final class Kinds {

    private static final Map<String, String> KINDS = kinds();

    private Kinds() {}

    private static Map<String, String> kinds() {
        var kinds = new HashMap<String, String>();
        name(
                kinds,
                "THING",
                "environment environments env envs notebook notebooks workspace workspaces cluster clusters box boxes"
                        + " machine machines sandbox sandboxes session instance vm server workbench lease leases kernel"
                        + " playground");
        name(kinds, "CHIP", "gpu gpus a100 a100s h100 h100s t4 t4s v100 v100s card cards");
        name(kinds, "SIZE", "core cores cpu cpus vcpu ram memory gb gig gigs gib worker workers executors nodes");
        name(kinds, "DATA", "dataset datasets data table tables schema columns rows");
        name(kinds, "ASKED", "request requests ask ticket application approval approvals");
        name(kinds, "JOB", "job jobs dag dags pipeline workflow workflows etl backfill");
        name(
                kinds,
                "MAKE",
                "launch start spin fire provision create set setup stand bring get give gimme need want deploy book"
                        + " reserve allocate");
        name(
                kinds,
                "END",
                "stop kill terminate shut shutdown tear destroy delete remove release nuke turn switch close end");
        name(kinds, "LONGER", "extend prolong longer renew keep extra postpone push");
        name(kinds, "CANCEL", "withdraw cancel retract scrap forget revoke drop");
        name(kinds, "YES", "approve approved accept accepted allow grant granted lgtm");
        name(kinds, "NO", "deny denied reject rejected decline declined refuse refused");
        name(kinds, "MONEY", "spend spent cost costs bill invoice budget money expensive usage burn price charges");
        name(
                kinds,
                "TIME",
                "minute minutes min m hour hours h hr hrs day days d week weeks w month months fortnight tomorrow today"
                        + " monday tuesday wednesday thursday friday saturday sunday weekend night noon");
        name(kinds, "WHO", "colleague ana omar mia raj lee dan pat kim iris somebody someone");
        name(kinds, "NOT", "not don't dont no never won't can't cannot without");
        return Map.copyOf(kinds);
    }

    private static void name(Map<String, String> kinds, String kind, String words) {
        for (var word : words.split(" ")) {
            kinds.put(word, kind);
        }
    }

    static String of(String word) {
        if (!word.isEmpty() && word.charAt(0) == '0') {
            return "NUMBER";
        }
        return KINDS.getOrDefault(word, word);
    }
}
