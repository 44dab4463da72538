package dev.quartermaster.intents.reading.slots;

import dev.quartermaster.intents.reading.KnownSlot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** For whom something is asked when it is not the asker: only who is named as such, not everybody who is spoken of. */
final class Grantees {

    private static final Pattern BEFORE = Pattern.compile(
            "(?:\\b(?:for|to|give|gives|giving|grant|granting|let|lets|allow|allowing|hook up|hooking up|add|adding|set|setting|get|lend|onboard|enable|provide|behalf of|gimme|share (?:it|this|that|them)? ?with|access for|also|share\\b[^.;]{0,30} with|and|&|,|permit|starter|joiner|hire|colleague|intern|teammate|student|contractor|analyst|account|mate|including|plus|both|can|could|may)) (?:(?:a|an|our|my|the|new|also|both|please|read|access|team|service|account|starter|joiner|colleague|intern|teammate|called|user|on|,) )*$");
    private static final Pattern AFTER = Pattern.compile(
            "^(?:['’]s account| and \\w+ (?:both )?(?:need|want)| both need| (?:team |group |squad |crew |folks )?(?:needs?|wants?|requires?|should (?:have|get|be|also)|must be|may|has to|will (?:need|be needing|require)|also needs?|is (?:missing|lacking|to have|to get|going to need|blocked)|would (?:like|need)|could (?:do with|use)|can(?:['’]t| ?not)? (?:have|read|see|get|query)|gets?|to have|to read|to get|up\\b|read\\b|write\\b|access\\b|and me\\b|and i\\b))");
    private static final Pattern WITH = Pattern.compile(
            "\\b(?:working|work|discussed|agreed|spoke|spoken|cleared|sitting|sat|chatting|together|pairing|talked|meeting|along|like|as|ask|asked|told|thanks|cc|from|by|via|per|approved|than|according) (?:this |it |that |already )?(?:with |to |by |from )?(?:the )?$");
    private static final Pattern MY = Pattern.compile("(?:my|our) ");
    /** Who says it: {@code ana here}, {@code this is raj}. */
    private static final Pattern SPEAKS = Pattern.compile("^,? (?:here|speaking|from (?:the )?\\w+)\\b");

    private static final Pattern SAYS_WHO = Pattern.compile(
            "(?:\\b(?:this is|i am|i['’]?m|my name is|it['’]s me,?) |supervisor \\(?|manager \\(?|boss \\(?)$");
    private static final Pattern OWN = Pattern.compile("^['’]s\\b(?! account)");
    private static final Pattern AND_ME = Pattern.compile("^ (?:and|&|plus) (?:me|myself|i)\\b");

    private static final Pattern ME_AND = Pattern.compile(
            "\\b(?:for|to|give|grant|get|let|allow|gimme|need) (?:me|myself)(?:,| (?:and|&|plus)) (?:for |to )?$");

    private Grantees() {}

    /** @param data of data, teams and services may be meant as well; one of a list is that list */
    static Optional<Mention> find(Found found, boolean data) {
        var lower = Finds.lower(found.text());
        var meant = new ArrayList<Mention>();
        if (data) {
            var service = found.first(KnownSlot.SERVICE);
            if (service.isPresent()) {
                return service;
            }
        }
        for (var mention : found.mentions()) {
            var who = mention.slot().equals(KnownSlot.PERSON)
                    || data && mention.slot().equals(KnownSlot.TEAM);
            if (who && meant(lower, mention, !meant.isEmpty())) {
                meant.add(mention);
            }
        }
        var persons = meant.stream()
                .filter(mention -> mention.slot().equals(KnownSlot.PERSON))
                .distinct()
                .toList();
        var chosen = persons.isEmpty() ? meant : persons;
        if (chosen.isEmpty()) {
            return Optional.empty();
        }
        var first = chosen.getFirst().words();
        var several = chosen.size() > 1
                || AND_ME.matcher(lower.substring(chosen.getLast().words().end()))
                        .find();
        return Optional.of(
                several
                        ? new Mention(
                                KnownSlot.GRANTEE,
                                chosen.stream().map(Mention::value).distinct().toList(),
                                first,
                                chosen.stream().allMatch(Mention::resolved))
                        : chosen.getFirst());
    }

    private static boolean meant(String lower, Mention mention, boolean another) {
        var start = mention.words().start();
        // A team's words stand after "my"; a person's are the name itself.
        var before = lower.substring(Math.max(0, start - 40), start);
        var after = lower.substring(mention.words().end());
        if (SPEAKS.matcher(after).find() && !BEFORE.matcher(before).find()
                || SAYS_WHO.matcher(before).find()) {
            return false;
        }
        if (OWN.matcher(after).find() && mention.slot().equals(KnownSlot.PERSON)) {
            return false;
        }
        if (mention.slot().equals(KnownSlot.TEAM)
                && mention.value().equals("mine")
                && !MY.matcher(Finds.lower(mention.words().text())).lookingAt()) {
            return false;
        }
        var listed = List.of(" and ", ", ", " & ").stream().anyMatch(before::endsWith);
        return AFTER.matcher(after).find()
                || ME_AND.matcher(before).find()
                || (listed ? another : BEFORE.matcher(before).find())
                        && !WITH.matcher(before).find();
    }
}
