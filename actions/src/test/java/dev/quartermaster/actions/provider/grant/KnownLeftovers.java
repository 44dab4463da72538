package dev.quartermaster.actions.provider.grant;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Remembers for as long as a test lasts. */
final class KnownLeftovers implements Leftovers {
    final Map<String, WarehouseNotice.Stands> standing = new ConcurrentHashMap<>();
    final List<WarehouseNotice.PutAway> putAway = new CopyOnWriteArrayList<>();

    @Override
    public void stands(WarehouseNotice.Stands leftover) {
        standing.put(leftover.role(), leftover);
    }

    @Override
    public void undone(String role) {
        standing.remove(role);
    }

    @Override
    public void putAway(WarehouseNotice.PutAway found) {
        putAway.add(found);
    }

    @Override
    public List<String> standing() {
        return List.copyOf(standing.keySet());
    }

    @Override
    public void tell() {}
}
