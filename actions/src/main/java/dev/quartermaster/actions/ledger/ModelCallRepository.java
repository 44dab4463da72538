package dev.quartermaster.actions.ledger;

import org.springframework.data.repository.Repository;

/** Uses of the language model. */
interface ModelCallRepository extends Repository<ModelCallRow, Long> {
    void save(ModelCallRow call);
}
