package dev.quartermaster.actions.provider.grant;

import java.util.List;

/** What of ended grants could not be undone yet: remembered over restarts, told to the platform team after a minute. */
interface Leftovers {
    /** Seen again or for the first time; see {@link WarehouseNotice.Stands}. */
    void stands(WarehouseNotice.Stands leftover);

    void undone(String role);

    void putAway(WarehouseNotice.PutAway found);

    /** Roles of what stands. */
    List<String> standing();

    /** Tells what has stood for over a minute and was not told, or not with this statement. */
    void tell();
}
