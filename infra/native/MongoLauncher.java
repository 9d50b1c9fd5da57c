import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.MongoVersion;
import de.bwaldvogel.mongo.backend.ArrayFilters;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.backend.h2.H2Collection;
import de.bwaldvogel.mongo.backend.h2.H2Database;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.oplog.Oplog;
import io.netty.channel.Channel;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;

/**
 * Serves a file in MongoDB's protocol, until its input ends. Arguments: the file, the port or 0, and `replica-set` for what
 * drivers see of one. Says where it listens.
 */
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

  /**
   * Held while a document is changed and, for writing, while the file is. The file holds each change up to some moment and
   * none after it, so; by itself the server changes documents that are being saved.
   */
  static final ReentrantReadWriteLock CHANGES = new ReentrantReadWriteLock();

  public static void main(String[] args) throws IOException {
    var backend = new Backend(args[0]);
    var server = new MongoServer(backend.version(MODERN));
    Runtime.getRuntime().addShutdownHook(new Thread(server::shutdown));
    server.bind("127.0.0.1", Integer.parseInt(args[1]));
    var port = server.getLocalAddress().getPort();
    if (args.length > 2) backend.replicaSet = new ReplicaSet("127.0.0.1:" + port);
    System.out.println("listening on " + port);
    while (System.in.read() >= 0) {}
    System.exit(0);
  }

  /**
   * A replica set with one member: it has sessions, and carries out once what a driver repeats in one. It loses the answer
   * to some writes, and the connection, so that they are repeated, unless several are under way: a driver repeats no more than
   * once. It has no transactions.
   */
  static class ReplicaSet {
    static final int LOST = 7; // of so many answers one

    record Answered(Object number, Document answer) {}

    final Map<Object, Answered> last = new ConcurrentHashMap<>();
    final AtomicInteger writes = new AtomicInteger();
    final AtomicInteger underWay = new AtomicInteger();
    final String address;

    ReplicaSet(String address) {
      this.address = address;
    }

    Document answer(Channel channel, String command, Document asked, Supplier<Document> run) {
      if (command.equalsIgnoreCase("hello") || command.equalsIgnoreCase("isMaster")) return withMembers(run.get());
      var number = asked.get("txnNumber");
      if (number == null) return run.get();
      var session = ((Document) asked.get("lsid")).get("id");
      var before = last.get(session);
      if (before != null && before.number.equals(number)) return before.answer;
      var alone = underWay.incrementAndGet() == 1;
      try {
        var answer = run.get();
        last.put(session, new Answered(number, answer));
        if (writes.incrementAndGet() % LOST == 0 && alone) channel.close();
        return answer;
      } finally {
        underWay.decrementAndGet();
      }
    }

    Document withMembers(Document hello) {
      hello.put("setName", "annals");
      hello.put("setVersion", 1);
      hello.put("hosts", List.of(address));
      hello.put("me", address);
      hello.put("primary", address);
      hello.put("isWritablePrimary", true);
      hello.put("secondary", false);
      hello.put("logicalSessionTimeoutMinutes", 30);
      return hello;
    }
  }

  static class Backend extends H2Backend {
    volatile ReplicaSet replicaSet;

    Backend(String file) {
      super(new MVStore.Builder().fileName(file).autoCommitDisabled().autoCommitBufferSize(0).open());
      Executors.newSingleThreadScheduledExecutor().scheduleWithFixedDelay(this::save, 1, 1, TimeUnit.SECONDS);
    }

    void save() {
      CHANGES.writeLock().lock();
      try {
        getMvStore().commit();
      } finally {
        CHANGES.writeLock().unlock();
      }
    }

    @Override
    public Document handleCommand(Channel channel, String database, String command, Document asked) {
      Supplier<Document> run = () -> {
        var answer = super.handleCommand(channel, database, command, asked);
        if (asked.get("writeConcern") instanceof Document concern && Boolean.TRUE.equals(concern.get("j"))) save();
        return answer;
      };
      return replicaSet == null ? run.get() : replicaSet.answer(channel, command, asked, run);
    }

    @Override
    protected MongoDatabase openOrCreateDatabase(String name) {
      return new Database(name);
    }

    class Database extends H2Database {
      Database(String name) {
        super(name, getMvStore(), getCursorRegistry());
      }

      @Override
      protected MongoCollection<Object> openOrCreateCollection(String name, CollectionOptions options) {
        var space = getFullCollectionNamespace(name);
        MVMap<Object, Document> documents = getMvStore().openMap("databases." + space);
        MVMap<String, Object> meta = getMvStore().openMap("meta." + space);
        return new Collection(this, name, options, documents, meta, cursorRegistry);
      }
    }
  }

  static <T> T change(Supplier<T> by) {
    CHANGES.readLock().lock();
    try {
      return by.get();
    } finally {
      CHANGES.readLock().unlock();
    }
  }

  /** Finds a document by its id where more is asked of it, as MongoDB does; by itself the server reads all documents then. */
  static class Collection extends H2Collection {
    Collection(MongoDatabase database, String name, CollectionOptions options, MVMap<Object, Document> documents,
        MVMap<String, Object> meta, CursorRegistry cursors) {
      super(database, name, options, documents, meta, cursors);
    }

    @Override
    public void addDocument(Document document) {
      change(() -> {
        super.addDocument(document);
        return null;
      });
    }

    @Override
    public Document updateDocuments(Document selector, Document update, ArrayFilters filters, boolean isMulti,
        boolean isUpsert, Oplog oplog) {
      return change(() -> super.updateDocuments(selector, update, filters, isMulti, isUpsert, oplog));
    }

    @Override
    public int deleteDocuments(Document selector, int limit, Oplog oplog) {
      return change(() -> super.deleteDocuments(selector, limit, oplog));
    }

    @Override
    public Document findAndModify(Document query) {
      return change(() -> super.findAndModify(query));
    }

    @Override
    protected QueryResult queryDocuments(Document query, Document order, int skip, int limit, int batch, Document fields) {
      if (query.containsKey("_id") && query.size() > 1) {
        var byId = new Document("_id", query.get("_id"));
        for (var index : getIndexes())
          if (index.canHandle(byId))
            return matchDocuments(query, index.getPositions(byId), order, skip, limit, batch, fields);
      }
      return super.queryDocuments(query, order, skip, limit, batch, fields);
    }
  }
}
