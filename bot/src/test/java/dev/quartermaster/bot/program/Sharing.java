package dev.quartermaster.bot.program;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * One {@link RunningProgram} for all classes that share it by the same word, closed when one of another word begins. They are run
 * one after the other, in the order they say, and move no clock; what stands there of an earlier one must not change what
 * they show.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(Starting.class)
@Execution(ExecutionMode.SAME_THREAD)
public @interface Sharing {
    String value();
}
