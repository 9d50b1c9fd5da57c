import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.MongoVersion;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import java.io.IOException;
import java.util.List;

/** Serves a file in MongoDB's protocol, until its input ends. Arguments: the file, and the port or 0. Says where it listens. */
public class MongoLauncher {
  // The versions that it knows by itself are too old for today's drivers.
  static final MongoVersion MODERN = new MongoVersion() {
    public List<Integer> getVersionArray() {
      return List.of(5, 0, 0);
    }

    public int getWireVersion() {
      return 13;
    }
  };

  public static void main(String[] args) throws IOException {
    var server = new MongoServer(new H2Backend(args[0]).version(MODERN));
    Runtime.getRuntime().addShutdownHook(new Thread(server::shutdown));
    server.bind("127.0.0.1", Integer.parseInt(args[1]));
    System.out.println("listening on " + server.getLocalAddress().getPort());
    while (System.in.read() >= 0) {}
    System.exit(0);
  }
}
