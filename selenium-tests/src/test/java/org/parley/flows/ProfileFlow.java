package org.parley.flows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.flows.browser.Patience.await;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.parley.flows.pages.ProfilePage;
import org.parley.flows.people.People;
import org.parley.flows.people.Person;

/** What people tell of themselves, and in which language they read. */
class ProfileFlow {
  @RegisterExtension static final People people = new People();

  @Test
  void aColleagueSeesThePictureAndTheStatusAndCallsFromThere(@TempDir Path folder)
      throws IOException {
    Person alice = people.at("alice");
    Person bob = people.at("bob");
    ProfilePage hers = new ProfilePage(alice.browser()).open();
    hers.showPicture(picture(folder));
    hers.tell("statusText", "On holiday")
        .choose("statusUntil", "2999-05-03")
        .tell("job", "Engineer")
        .tell("about", "Likes to be asked.")
        .choose("aboutFor", "NOBODY")
        .save();

    ProfilePage his = new ProfilePage(bob.browser()).colleague("alice");
    assertThat(his.words())
        .contains("Alice Archer", "Engineer", "On holiday until")
        .contains("2999")
        .doesNotContain("Likes to be asked");
    await("her picture").until(() -> his.isPictureShownIn("[data-testid=colleague]"));
    // The page was opened anew: its phone has to be ready first.
    bob.awaitReady();
    his.call();
    alice.phone().awaitIncoming();
    alice.phone().answer();
    bob.phone().awaitState("in-call");
    bob.phone().hangUp();
    alice.phone().awaitState("ready");
  }

  @Test
  void whoChoosesGermanReadsGermanEverywhere() {
    Person carol = people.open("carol");
    ProfilePage profile = new ProfilePage(carol.browser()).open();
    profile.speak("de");
    carol.awaitReady();
    assertThat(carol.browser().text("nav.rail")).contains("Start", "Nachrichten", "Verlauf");
    assertThat(carol.browser().text("#line")).contains("Bereit");
    for (String path : new String[] {"/", "/messages/alice", "/history", "/profile"}) {
      carol.browser().resize(390, 844);
      carol.browser().open(path);
      carol.awaitReady();
      assertThat(carol.browser().js("return document.documentElement.scrollWidth <= 390"))
          .as(path + " fits")
          .isEqualTo(true);
    }
    profile.speak("en");
  }

  private static Path picture(Path folder) throws IOException {
    BufferedImage image = new BufferedImage(600, 400, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(Color.ORANGE);
    graphics.fillRect(0, 0, 600, 400);
    graphics.dispose();
    Path file = folder.resolve("me.png");
    ImageIO.write(image, "png", file.toFile());
    return file;
  }
}
