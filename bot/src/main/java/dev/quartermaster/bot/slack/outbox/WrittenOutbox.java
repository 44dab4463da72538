package dev.quartermaster.bot.slack.outbox;

import dev.quartermaster.bot.slack.SlackInteraction.Card;
import dev.quartermaster.bot.slack.outbox.OutboxMessage.Act;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The {@link Outbox} in the database: writes rows in the caller's transaction and wakes the senders after its commit.
 */
@Component
class WrittenOutbox implements Outbox {
    private final OutboxRepository repository;
    private final OutboxFileQueries files;
    private final LaneClaims lanes;
    private final DirectMessages directMessages;
    private final SenderPool senders;

    WrittenOutbox(
            OutboxRepository repository,
            OutboxFileQueries files,
            LaneClaims lanes,
            DirectMessages directMessages,
            SenderPool senders) {
        this.files = files;
        this.repository = repository;
        this.lanes = lanes;
        this.directMessages = directMessages;
        this.senders = senders;
    }

    @Override
    public void post(MessageKey key, Recipient to, Message message) {
        if (repository.lane(key.value()).isPresent() || !write(key.value(), Act.POST, Address.of(to), message)) {
            edit(key, message);
        }
    }

    @Override
    public void once(MessageKey key, Recipient to, Message message) {
        if (repository.lane(key.value()).isEmpty()) {
            write(key.value(), Act.POST, Address.of(to), message);
        }
    }

    @Override
    public void say(Recipient to, Message message) {
        write(null, Act.POST, Address.of(to), message);
    }

    @Override
    @Transactional
    public void share(Recipient to, List<OutboxFile> shared, Message instead) {
        Address address = Address.of(to);
        String lane = lane(address);
        lanes.add(lane);
        files.add(repository.insertFiles(lane, address, instead), shared);
        senders.wakeAfterCommit();
    }

    @Override
    public void edit(MessageKey key, Message message) {
        if (repository.replace(key.value(), message)) return;
        String lane = repository
                .lane(key.value())
                .orElseThrow(() -> new IllegalArgumentException("Nothing was ever posted under " + key.value()));
        insert(lane, key.value(), Act.EDIT, Address.of(new Recipient.Under(key)), message);
    }

    @Override
    public void ephemeral(String channel, String user, Message message) {
        write(null, Act.EPHEMERAL, new Address(Address.Kind.CHANNEL, channel, user), message);
    }

    @Override
    public void publishHome(String user, String view) {
        String home = "home:" + user;
        Message message = new Message(view, null);
        if (repository.replace(home, message)) return;
        insert(home, home, Act.HOME, new Address(Address.Kind.USER, user, null), message);
    }

    @Override
    public Optional<Card> where(MessageKey key) {
        return repository.standing(key.value()).map(it -> new Card(it.channel(), it.ts(), it.thread()));
    }

    @Override
    public boolean onItsWay(MessageKey key) {
        return repository.onItsWay(key.value());
    }

    @Override
    public Optional<MessageKey> at(String channel, String ts) {
        return repository.cardAt(channel, ts).map(MessageKey::new);
    }

    private boolean write(@Nullable String card, Act act, Address to, Message message) {
        return insert(lane(to), card, act, to, message);
    }

    private boolean insert(String lane, @Nullable String card, Act act, Address to, Message message) {
        lanes.add(lane);
        boolean fresh = repository.insert(lane, card, act, to, message);
        senders.wakeAfterCommit();
        return fresh;
    }

    private String lane(Address to) {
        return switch (to.kind()) {
            case PERSON -> directMessages.ofPerson(to.id()).orElse("person:" + to.id());
            case USER -> directMessages.ofUser(to.id()).orElse("user:" + to.id());
            case CHANNEL, THREAD -> to.id();
            case UNDER ->
                repository
                        .lane(to.id())
                        .orElseThrow(() -> new IllegalArgumentException("Nothing was ever posted under " + to.id()));
        };
    }
}
