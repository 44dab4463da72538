package dev.quartermaster.actions.persistence;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.data.jpa.repository.support.JpaRepositoryFactoryBean;
import org.springframework.orm.jpa.EntityManagerHolder;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Leaves the persistence context empty after every call of a repository. Whoever waited for a lock must see what the one
 * before wrote; a row still in the context would come back as it was before the wait, and be decided on. For the same
 * reason nothing waits for a flush: other statements of the transaction count on what was saved.
 */
final class DetachedRows implements BeanPostProcessor {
    private final ObjectProvider<EntityManagerFactory> factory;

    DetachedRows(ObjectProvider<EntityManagerFactory> factory) {
        this.factory = factory;
    }

    @Override
    public Object postProcessBeforeInitialization(Object bean, String name) {
        if (bean instanceof JpaRepositoryFactoryBean<?, ?, ?> repository) {
            repository.addRepositoryFactoryCustomizer(made -> made.addRepositoryProxyPostProcessor(
                    (proxy, information) -> proxy.addAdvice((MethodInterceptor) this::detached)));
        }
        return bean;
    }

    private @Nullable Object detached(MethodInvocation call) throws Throwable {
        EntityManager entities = ofTransaction();
        if (entities == null) {
            // Without a transaction each call has its own context.
            return call.proceed();
        }
        entities.unwrap(Session.class).setDefaultReadOnly(true);
        Object result = call.proceed();
        entities.flush();
        entities.clear();
        return result;
    }

    private @Nullable EntityManager ofTransaction() {
        boolean active = TransactionSynchronizationManager.isActualTransactionActive();
        return active
                        && TransactionSynchronizationManager.getResource(factory.getObject())
                                instanceof EntityManagerHolder held
                        // After the commit the holder is still bound, and there is nothing to write any more.
                        && held.getEntityManager().isJoinedToTransaction()
                ? held.getEntityManager()
                : null;
    }
}
