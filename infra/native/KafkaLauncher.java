import java.io.IOException;

/** Runs Kafka until its input ends, so that it ends with the process that started it. Argument: the file of settings. */
public class KafkaLauncher {
  public static void main(String[] args) {
    var watch = new Thread(KafkaLauncher::exitWithInput);
    watch.setDaemon(true);
    watch.start();
    kafka.Kafka.main(args);
  }

  static void exitWithInput() {
    try {
      while (System.in.read() >= 0) {}
    } catch (IOException gone) {
      // as good as its end
    }
    System.exit(0);
  }
}
