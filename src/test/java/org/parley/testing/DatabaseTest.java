package org.parley.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.parley.config.CoreConfig;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

/** A test of services and DAOs on the real database; each test makes people of its own. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringJUnitConfig(
    classes = {
      CoreConfig.class,
      TestDatabase.class,
      TestPeople.class,
      TestJournal.class,
      TestMails.class,
      TestPhonebook.class,
      Reads.class
    },
    initializers = TestSettings.class)
public @interface DatabaseTest {}
