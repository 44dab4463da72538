package dev.quartermaster.bot.program;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/** Starts a {@link RunningProgram} for the class before its tests and closes it after them. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(Starting.class)
public @interface Started {
    /** As on the command line. */
    String[] settings() default {};
}
