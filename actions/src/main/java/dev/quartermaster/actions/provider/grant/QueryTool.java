package dev.quartermaster.actions.provider.grant;

import dev.quartermaster.actions.bundle.Bundles;
import dev.quartermaster.actions.provider.Order;
import dev.quartermaster.actions.provider.OwnAddress;
import dev.quartermaster.actions.provider.grant.warehouse.Warehouse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Where the holder of a grant types SQL: the organisation's own tool where {@code organisation.yaml} names one, otherwise
 * a page of ours.
 */
@Component
class QueryTool {
    static final String OUTPUT = "query";

    private final Bundles bundles;
    private final Warehouse warehouse;
    private final OwnAddress address;
    private final QueryTokens tokens;

    QueryTool(Bundles bundles, Warehouse warehouse, OwnAddress address, QueryTokens tokens) {
        this.bundles = bundles;
        this.warehouse = warehouse;
        this.address = address;
        this.tokens = tokens;
    }

    Map<String, String> outputs(Order order) {
        return Map.of(OUTPUT, foreign() ? theirs(order) : ours(order));
    }

    /** For its owner's eyes, with a new token where the page is ours. */
    Map<String, String> lines(Order order) {
        if (foreign()) {
            return Map.of("Query tool", theirs(order));
        }
        Map<String, String> lines = new LinkedHashMap<>();
        lines.put("Query page", ours(order));
        lines.put(
                "Token of the query page",
                tokens.fresh(order.lease(), order.part().name()));
        return lines;
    }

    void ended(Order order) {
        tokens.forget(order.lease(), order.part().name());
    }

    private boolean foreign() {
        return !pattern().isEmpty();
    }

    private String pattern() {
        return bundles.current().organisation().queryLink();
    }

    private String theirs(Order order) {
        return pattern()
                .replace("{database}", encoded(warehouse.database()))
                .replace("{login}", encoded(RoleNames.of(order).login()));
    }

    private String ours(Order order) {
        return address.base() + "/query/" + order.lease();
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
