package dev.quartermaster.actions.provider.modelkey;

import dev.quartermaster.actions.provider.Order;
import java.math.BigDecimal;

/** What ended keys have spent, and what of it their person's next key begins with. */
interface KeySpend {
    /** Takes over what the person's ended keys spent and did not earn; the same again for the same lease. */
    BigDecimal carried(Order order);

    /** It never had a key: what it took over is the next one's. */
    void none(Order order);

    /** Said before a key is deleted; said again, the higher amounts count. */
    void ended(Order order, BigDecimal spent, BigDecimal unearned);
}
