package dev.quartermaster.actions.persistence;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.support.SQLExceptionSubclassTranslator;
import org.springframework.orm.jpa.vendor.HibernateJpaVendorAdapter;

/**
 * Has what the database says called the same whether a repository or {@code JdbcClient} was told it. By itself Hibernate
 * does not know that a server which shuts down passes by, and what it interrupted would be counted as that work's fault.
 */
final class JdbcExceptions implements BeanPostProcessor {
    @Override
    public Object postProcessBeforeInitialization(Object bean, String name) {
        if (bean instanceof HibernateJpaVendorAdapter adapter) {
            adapter.getJpaDialect().setJdbcExceptionTranslator(new SQLExceptionSubclassTranslator());
        }
        return bean;
    }
}
