package org.parley;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import org.springframework.stereotype.Controller;
import org.springframework.stereotype.Repository;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Holds the arrows of docs/architecture.md. */
@AnalyzeClasses(packages = "org.parley", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule featuresHaveNoCycles =
      slices().matching("org.parley.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule commonKnowsNoFeature =
      noClasses()
          .that()
          .resideInAPackage("org.parley.common..")
          .should()
          .dependOnClassesThat(
              JavaClass.Predicates.resideInAPackage("org.parley..")
                  .and(JavaClass.Predicates.resideOutsideOfPackage("org.parley.common..")));

  @ArchTest
  static final ArchRule onlyCommandsKnowTheWiring =
      noClasses()
          .that()
          .resideOutsideOfPackages("org.parley.config..", "org.parley.cli..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.parley.config..");

  @ArchTest
  static final ArchRule journalKnowsNoProjection =
      noClasses()
          .that()
          .resideInAPackage("org.parley.journal..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.parley.history..", "org.parley.messages..");

  @ArchTest
  static final ArchRule transactionsBeginInServices =
      classes()
          .that()
          .areAnnotatedWith(Transactional.class)
          .should()
          .beAnnotatedWith(Service.class);

  @ArchTest
  static final ArchRule transactionalMethodsAreOfServices =
      methods()
          .that()
          .areAnnotatedWith(Transactional.class)
          .should()
          .beDeclaredInClassesThat()
          .areAnnotatedWith(Service.class);

  @ArchTest
  static final ArchRule entityManagersStayInDaos =
      noClasses()
          .that()
          .areNotAnnotatedWith(Repository.class)
          .should()
          .dependOnClassesThat()
          .areAssignableTo(EntityManager.class);

  @ArchTest
  static final ArchRule daosAreOfTheirFeatureAlone =
      classes().that().areAnnotatedWith(Repository.class).should().notBePublic();

  @ArchTest
  static final ArchRule controllersAreOfTheirFeatureAlone =
      classes().that().areMetaAnnotatedWith(Controller.class).should().notBePublic();

  @ArchTest
  static final ArchRule controllersDoNotReachPastServices =
      noClasses()
          .that()
          .areMetaAnnotatedWith(Controller.class)
          .should()
          .dependOnClassesThat()
          .areAnnotatedWith(Repository.class);

  @ArchTest
  static final ArchRule controllersNeverSeeEntities =
      noClasses()
          .that()
          .areMetaAnnotatedWith(Controller.class)
          .should()
          .dependOnClassesThat()
          .areAnnotatedWith(Entity.class);

  @ArchTest
  static final ArchRule timeComesFromTheClock =
      noClasses()
          .should()
          .callMethod(java.time.Instant.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis");

  @ArchTest
  static final ArchRule nobodyPrints =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.parley.cli..")
          .should()
          .dependOnClassesThat()
          .areAssignableTo(java.io.PrintStream.class);
}
