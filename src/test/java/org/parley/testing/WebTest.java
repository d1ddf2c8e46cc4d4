package org.parley.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.parley.config.RootConfig;
import org.parley.config.WebConfig;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.ContextHierarchy;
import org.springframework.test.context.junit.jupiter.SpringExtension;
import org.springframework.test.context.web.WebAppConfiguration;

/** A test of addresses: the whole portal behind its filters, on the real database. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(SpringExtension.class)
@WebAppConfiguration
@ContextHierarchy({
  @ContextConfiguration(
      name = "root",
      classes = {
        RootConfig.class,
        TestDatabase.class,
        TestPeople.class,
        TestJournal.class,
        TestMails.class,
        TestPhonebook.class,
        Reads.class
      },
      initializers = TestSettings.class),
  @ContextConfiguration(
      name = "web",
      classes = {WebConfig.class, Browser.Factory.class})
})
public @interface WebTest {}
