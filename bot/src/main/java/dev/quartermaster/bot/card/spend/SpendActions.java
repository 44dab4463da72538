package dev.quartermaster.bot.card.spend;

import static com.slack.api.model.block.composition.BlockCompositions.plainText;

import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.StaticSelectElement;
import dev.quartermaster.actions.ledger.SpendGroup.Key;
import dev.quartermaster.bot.card.ActionIds;
import dev.quartermaster.bot.card.Blocks;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The buttons under an answer about spend: the next rows, the same in another way, or of other days. */
final class SpendActions {
    /** Of an action's id, which carries what the other days are of. */
    private static final int LONGEST = 255;

    private SpendActions() {}

    /** @param shown the rows up to here are told. @param rows how many there are */
    static List<BlockElement> of(SpendView view, int shown, int rows) {
        List<BlockElement> all = new ArrayList<>();
        if (shown < rows) {
            String next = "Next " + Math.min(SpendCard.ROWS, rows - shown) + " of " + (rows - shown) + " more";
            add(all, next, view.from(shown));
        }
        if (view.split() != null || view.kind() != SpendView.Kind.SPENT) {
            add(all, "Item by item", view.by(null));
        }
        if (view.split() != Key.PERSON) {
            add(all, "Per person", view.by(Key.PERSON));
        }
        if (view.split() != Key.PATH) {
            add(all, "Per kind", view.by(Key.PATH));
        }
        if (view.kind() != SpendView.Kind.CHANGED) {
            add(all, "What changed", view.changed());
        }
        view.value()
                .map(value -> ActionIds.SPEND_PERIOD + value)
                .filter(id -> id.length() <= LONGEST)
                .ifPresent(id -> all.add(periods(id)));
        return all;
    }

    private static void add(List<BlockElement> all, String label, SpendView view) {
        view.value().ifPresent(value -> all.add(Blocks.button(label, ActionIds.SPEND + all.size(), value)));
    }

    private static StaticSelectElement periods(String id) {
        return StaticSelectElement.builder()
                .actionId(id)
                .placeholder(plainText("Other period"))
                .options(Stream.of(NamedPeriod.values())
                        .map(each -> OptionObject.builder()
                                .text(plainText(each.label()))
                                .value(each.value())
                                .build())
                        .toList())
                .build();
    }
}
