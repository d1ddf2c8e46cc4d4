package org.parley.directory;

import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;
import org.jspecify.annotations.Nullable;
import org.parley.directory.PeopleIndex.Choice;

/** Which values people have, to choose from. */
final class ChoiceReader {
  /**
   * As many values as are looked at, so that a field that everybody fills differently costs no
   * more.
   */
  private static final int MOST_READ = 20_000;

  private ChoiceReader() {}

  /** Values of {@code field} that begin with {@code prefix}, without it; the most frequent. */
  static List<Choice> of(IndexReader reader, String field, String prefix, int limit)
      throws IOException {
    BytesRef begin = new BytesRef(prefix);
    Map<String, Integer> counts = new HashMap<>();
    for (LeafReaderContext leaf : reader.leaves()) {
      Terms terms = leaf.reader().terms(field);
      if (terms == null) {
        continue;
      }
      TermsEnum each = terms.iterator();
      if (each.seekCeil(begin) == TermsEnum.SeekStatus.END) {
        continue;
      }
      PostingsEnum people = null;
      BytesRef term = each.term();
      while (term != null && StringHelper.startsWith(term, begin) && counts.size() < MOST_READ) {
        people = each.postings(people, PostingsEnum.NONE);
        int alive = alive(people, leaf.reader().getLiveDocs());
        if (alive > 0) {
          counts.merge(term.utf8ToString().substring(prefix.length()), alive, Integer::sum);
        }
        term = each.next();
      }
    }
    return counts.entrySet().stream()
        .map(entry -> new Choice(entry.getKey(), entry.getValue()))
        .sorted(Comparator.comparingInt(Choice::people).reversed().thenComparing(Choice::text))
        .limit(limit)
        .toList();
  }

  /** How many of these are still there: what somebody has hidden is no choice any more. */
  private static int alive(PostingsEnum people, @Nullable Bits live) throws IOException {
    int count = 0;
    for (int doc = people.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = people.nextDoc()) {
      if (live == null || live.get(doc)) {
        count++;
      }
    }
    return count;
  }
}
