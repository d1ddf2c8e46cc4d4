package org.parley.directory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.parley.profile.Told;

/**
 * The index of this node: who there is, as Lucene keeps it. Derived, and made anew at each start.
 */
final class PeopleIndex implements AutoCloseable {
  /** Up to how many are counted exactly. */
  static final int MOST_COUNTED = 10_000;

  private static final double BUFFER_MB = 8;
  private static final int NAME_BYTES = 200;
  private static final Sort ORDER =
      new Sort(
          SortField.FIELD_SCORE,
          new SortField(Fields.ORDER, SortField.Type.STRING),
          new SortField(Fields.ID_VALUE, SortField.Type.LONG));

  private final IndexFolder folder;
  private final IndexWriter writer;
  private final SearcherManager searchers;

  PeopleIndex() throws IOException {
    folder = IndexFolder.make();
    IndexWriterConfig config = new IndexWriterConfig();
    config.setRAMBufferSizeMB(BUFFER_MB);
    writer = new IndexWriter(folder.directory(), config);
    searchers = new SearcherManager(writer, new SearcherFactory());
  }

  /**
   * Somebody found.
   *
   * @param id the account
   * @param score how well they fit
   * @param order their name as it is ordered
   */
  record Hit(long id, float score, String order) {}

  /**
   * What was found.
   *
   * @param hits in order
   * @param total how many there are, up to {@link #MOST_COUNTED}
   */
  record Found(List<Hit> hits, int total) {}

  /** A value that people have, and how many have it. */
  record Choice(String text, int people) {}

  /** Takes in these, in place of what it held of them. */
  void put(Collection<Entry> entries) throws IOException {
    for (Entry entry : entries) {
      writer.updateDocument(id(entry.id()), document(entry));
    }
  }

  /** Takes in somebody who is not there yet. */
  void add(Collection<Entry> entries) throws IOException {
    for (Entry entry : entries) {
      writer.addDocument(document(entry));
    }
  }

  /** Forgets these. */
  void remove(Collection<Long> ids) throws IOException {
    for (long id : ids) {
      writer.deleteDocuments(id(id));
    }
  }

  /** Forgets everybody; searches see it with the next {@link #show()}. */
  void clear() throws IOException {
    writer.deleteAll();
  }

  /** Lets searches see what was taken in. */
  void show() throws IOException {
    searchers.maybeRefreshBlocking();
  }

  /** The first {@code limit} behind {@code after} for whom {@code query} is true. */
  Found find(Query query, @Nullable Hit after, int limit) throws IOException {
    IndexSearcher searcher = searchers.acquire();
    try {
      int people = searcher.getIndexReader().maxDoc();
      if (people == 0) {
        return new Found(List.of(), 0);
      }
      FieldDoc behind =
          after == null
              ? null
              : new FieldDoc(
                  // Nobody else has this name and identifier, so any document will do.
                  people - 1,
                  after.score(),
                  new Object[] {after.score(), new BytesRef(after.order()), after.id()});
      TopFieldDocs found =
          searcher.search(
              query,
              new TopFieldCollectorManager(ORDER, Math.min(limit, people), behind, MOST_COUNTED));
      List<Hit> hits = Arrays.stream(found.scoreDocs).map(PeopleIndex::hit).toList();
      return new Found(hits, (int) Math.min(found.totalHits.value, MOST_COUNTED));
    } finally {
      searchers.release(searcher);
    }
  }

  /** What there is in {@code field}, behind {@code prefix}; those that most people have. */
  List<Choice> choices(String field, String prefix, int limit) throws IOException {
    IndexSearcher searcher = searchers.acquire();
    try {
      return ChoiceReader.of(searcher.getIndexReader(), field, prefix, limit);
    } finally {
      searchers.release(searcher);
    }
  }

  @Override
  public void close() {
    try (folder;
        writer) {
      searchers.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Hit hit(ScoreDoc doc) {
    Object[] fields = ((FieldDoc) doc).fields;
    return new Hit((long) fields[2], (float) fields[0], ((BytesRef) fields[1]).utf8ToString());
  }

  private static Term id(long id) {
    return new Term(Fields.ID, Long.toString(id));
  }

  private static Document document(Entry entry) {
    Document document = new Document();
    document.add(new StringField(Fields.ID, Long.toString(entry.id()), Store.NO));
    document.add(new LongPoint(Fields.ID_POINT, entry.id()));
    document.add(new NumericDocValuesField(Fields.ID_VALUE, entry.id()));
    String order = Words.whole(entry.name());
    document.add(
        new SortedDocValuesField(
            Fields.ORDER, new BytesRef(order.substring(0, Math.min(order.length(), NAME_BYTES)))));
    Set<String> name = Words.of(entry.name());
    Set<String> user = Words.of(entry.user());
    Set<String> open = Words.of(Entry.texts(entry.open()));
    words(document, Fields.NAME, name);
    words(document, Fields.USER, user);
    words(document, Fields.OPEN, open);
    Set<String> all = new HashSet<>(name);
    all.addAll(user);
    all.addAll(open);
    parts(document, Fields.OPEN_PARTS, all);
    Set<String> close = Words.of(Entry.texts(entry.close()));
    words(document, Fields.CLOSE, close);
    parts(document, Fields.CLOSE_PARTS, close);
    Set<String> internal = Words.of(entry.internal().toArray(String[]::new));
    words(document, Fields.INTERNAL, internal);
    parts(document, Fields.INTERNAL_PARTS, internal);
    told(document, "", entry.open());
    told(document, Fields.CLOSE, entry.close());
    choices(document, entry.open());
    return document;
  }

  private static void words(Document document, String field, Set<String> words) {
    words.forEach(word -> document.add(new StringField(field, word, Store.NO)));
  }

  private static void parts(Document document, String field, Set<String> words) {
    Set<String> parts = new HashSet<>();
    for (String word : words) {
      for (int i = 1; i + PeopleQuery.SHORTEST_PART <= word.length(); i++) {
        if (!Character.isLowSurrogate(word.charAt(i))) {
          parts.add(word.substring(i));
        }
      }
    }
    words(document, field, parts);
  }

  private static void told(Document document, String prefix, Told told) {
    whole(document, prefix + Fields.COUNTRY, told.country());
    whole(document, prefix + Fields.REGION, folded(told.region()));
    whole(document, prefix + Fields.DEPARTMENT, folded(told.department()));
  }

  private static void choices(Document document, Told open) {
    whole(document, Fields.DEPARTMENTS, open.department());
    if (open.region() != null) {
      String country = open.country() == null ? "" : open.country();
      whole(document, Fields.REGIONS, country + " " + open.region());
    }
  }

  private static @Nullable String folded(@Nullable String text) {
    return text == null ? null : Words.whole(text);
  }

  private static void whole(Document document, String field, @Nullable String value) {
    if (value != null) {
      document.add(new StringField(field, value, Store.NO));
    }
  }
}
