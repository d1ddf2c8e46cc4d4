// The table of people to invite: a file that is chosen is put into the field, where it can be mended.

const LONGEST = 262_144;

export function connect(main, signal) {
  const place = main.querySelector('[data-csv-file]');
  const field = main.querySelector('#f-csv');
  place.hidden = false;
  place.querySelector('input').addEventListener(
    'change',
    async ({ target }) => {
      const [file] = target.files;
      if (!file || file.size > LONGEST) return;
      const bytes = await file.arrayBuffer();
      try {
        field.value = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
      } catch {
        // What spreadsheets of old write.
        field.value = new TextDecoder('windows-1252').decode(bytes);
      }
      field.focus();
    },
    { signal },
  );
}
