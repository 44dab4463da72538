package dev.quartermaster.actions.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What was made, in memory; outlives the cluster it was made in. */
public final class RememberedObjects implements Ownership {
    private record Making(String mark, ObjectRef ref, String lease, String part) {}

    private final List<Making> makings = new ArrayList<>();
    private final java.util.Map<String, String> uids = new java.util.HashMap<>();

    @Override
    public synchronized String intend(ObjectRef ref, Labels labels) {
        var mark = "mark-" + makings.size();
        makings.add(new Making(mark, ref, labels.lease().value(), labels.part().value()));
        return mark;
    }

    @Override
    public synchronized Optional<String> mark(ObjectRef ref, Labels labels, Identity identity) {
        for (var making : makings) {
            var same = making.lease().equals(labels.lease().value())
                    && making.ref().kind().equals(ref.kind())
                    && making.ref().namespace().equals(ref.namespace())
                    && making.ref().name().equals(ref.name());
            if (same && identity.uid().equals(uids.get(making.mark()))) {
                return Optional.of(making.mark());
            }
            if (same
                    && making.mark().equals(identity.mark())
                    && uids.putIfAbsent(making.mark(), identity.uid()) == null) {
                return Optional.of(making.mark());
            }
        }
        return Optional.empty();
    }

    @Override
    public synchronized List<String> namespaces() {
        return makings.stream()
                .map(making -> making.ref().namespace())
                .distinct()
                .toList();
    }

    @Override
    public synchronized List<ObjectRef> made(Labels labels) {
        return makings.stream()
                .filter(making -> making.lease().equals(labels.lease().value())
                        && making.part().equals(labels.part().value()))
                .map(Making::ref)
                .distinct()
                .toList();
    }
}
