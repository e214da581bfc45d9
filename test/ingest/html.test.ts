import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { readHtml } from '../../src/ingest/html.js';
import { ingestBytes } from '../../src/ingest/ingest.js';

const PAGE = `<!doctype html><html lang="en-GB"><head><title>Crates counted | Ostmouth Gazette</title>
<link rel="canonical" href="https://gazette.example/2021/crates">
<meta property="og:site_name" content="Ostmouth Gazette"><meta name="author" content="By Ines Rook">
<script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","headline":"Crates counted at night &amp; by day","datePublished":"2021-05-05T10:00:00+01:00","publisher":{"name":"Ostmouth Gazette"}}]}</script>
<style>p { color: red }</style></head><body>
<nav><a href="/">Home</a> <a href="/news">News</a></nav>
<article><h1>Crates counted at night &amp; by day</h1>
<div class="byline">By Ines Rook</div><time datetime="2021-05-05">5 May 2021</time>
<figure><img src="x.jpg"><figcaption>The quay at night. Photo: Tom Loon/Gazette</figcaption></figure>
<p>The harbour office has begun to count <b>crates</b> at night on the quays of six towns, it said on Monday, and nobody had asked it to.</p>
<div class="related"><a href="/x">Old quay to close</a></div>
<p>“We count what comes in,” said Mara Calder, who heads the office and has done so since the ferries stopped running in the spring.</p>
<h2>What comes next</h2>
<p>The inspectors will stay until the end of the year, she added, unless the wind should rise, in which case they are to go home early.</p>
<p>Additional reporting by the Norby Post</p></article>
<footer><p>© 2021 Ostmouth Gazette</p><p style="display:none">unseen</p></footer><script>track("x")</script></body></html>`;

const blocksOf = (html: string): string[] => {
  const { text, blocks } = readHtml(html);
  return blocks.map((b) => `${b.role} | ${text.slice(b.start, b.end)}`);
};

describe('readHtml', () => {
  it('reads the visible text in page order, every block with its role', () => {
    expect(blocksOf(PAGE)).toEqual([
      'boilerplate | Home News',
      'headline | Crates counted at night & by day',
      'byline | By Ines Rook',
      'dateline | 5 May 2021',
      'caption | The quay at night. Photo: Tom Loon/Gazette',
      'body | The harbour office has begun to count crates at night on the quays of six towns, it said on Monday, and nobody had asked it to.',
      'boilerplate | Old quay to close',
      'body | “We count what comes in,” said Mara Calder, who heads the office and has done so since the ferries stopped running in the spring.',
      'heading | What comes next',
      'body | The inspectors will stay until the end of the year, she added, unless the wind should rise, in which case they are to go home early.',
      'credit | Additional reporting by the Norby Post',
      'copyright | © 2021 Ostmouth Gazette',
    ]);
  });

  it('finds who signed and dated inside the article', () => {
    const told =
      'The harbour office has begun to count crates at night on the quays of six towns, and nobody knows why.';
    const html = `<body><div class="post"><h2>Crates again</h2><p>Posted by Wick on Monday, 3 May 2038</p><p>${told}</p><p>${told} So there.</p></div></body>`;
    expect(blocksOf(html).slice(0, 3)).toEqual([
      'heading | Crates again',
      'byline | Posted by Wick on Monday, 3 May 2038',
      `body | ${told}`,
    ]);
  });

  it('takes metadata from structured data, then from the head', () => {
    expect(readHtml(PAGE)).toMatchObject({
      url: 'https://gazette.example/2021/crates',
      outlet: 'Ostmouth Gazette',
      title: 'Crates counted at night & by day',
      byline: 'Ines Rook',
      published: '2021-05-05T10:00:00+01:00',
      language: 'en',
    });
  });

  it.each([
    [
      'a filler date',
      '<meta property="article:published_time" content="0001-01-01T00:00:00Z"><p>x',
      { published: null },
    ],
    ['software as publisher', '<meta property="og:site_name" content="WordPress"><p>x', { outlet: null }],
    [
      'a title with its outlet',
      '<title>Crates counted again - Gazette</title><meta property="og:site_name" content="The Gazette"><p>x',
      { title: 'Crates counted again' },
    ],
    [
      'broken JSON-LD',
      '<script type="application/ld+json">{"@type":</script><p>x',
      { title: null, text: 'x' },
    ],
    ['no html or body', 'Crates <b>were</b> counted.<p>Twice.', { text: 'Crates were counted.\n\nTwice.' }],
    ['breaks', '<p>One<br>two<br><br>three</p>', { text: 'One\ntwo\n\nthree' }],
    ['entities', '<p>Tom &amp; Ines&nbsp;&#8211; &lt;b&gt;</p>', { text: 'Tom & Ines\u00a0– <b>' }],
  ])('%s', (_, html, expected) => {
    expect(readHtml(html)).toMatchObject(expected);
  });

  const TEXT =
    '<p>The harbour office has begun to count crates at night on the quays of six towns, it said on Monday, and nobody had asked it to.</p><p>The inspectors will stay until the end of the year, she added, unless the wind should rise.</p>';
  const page = (head: string, body: string, lang = 'en'): string =>
    `<html lang="${lang}"><head><meta property="og:site_name" content="Ostmouth Gazette"><link rel="canonical" href="https://gazette.example/crates">${head}</head><body>${body}</body></html>`;
  const linked = (fields: string): string =>
    `<script type="application/ld+json">{"@type":"NewsArticle","headline":"Crates counted",${fields}}</script>`;

  it.each<[what: string, html: string, byline: string | null, published: string | null]>([
    // What marks a name or a day.
    [
      'an author by @id in a graph',
      page(
        '<script type="application/ld+json">{"@graph":[{"@type":"WebPage","author":{"@id":"#1"}},{"@type":"NewsArticle","author":[{"@id":"#1"}],"datePublished":"2038-05-03T08:00:00Z"},{"@type":"Person","@id":"#1","name":"Ines Rook"}]}</script>',
        `<h1>Crates counted</h1>${TEXT}`,
      ),
      'Ines Rook',
      '2038-05-03T08:00:00Z',
    ],
    [
      'JSON-LD with a line break inside a string',
      page(linked('"description":"a\nb","author":{"name":"Ines Rook"},'), `<h1>Crates counted</h1>${TEXT}`),
      'Ines Rook',
      null,
    ],
    [
      'microdata, authors side by side',
      page(
        '',
        `<h1>Crates counted</h1><div><span itemprop="author"><a itemprop="name">Ines Rook</a></span>, <span itemprop="author"><a itemprop="name">Tom Loon</a></span></div><span itemprop="datePublished">Mon 6:45 PM, May 3, 2038</span>${TEXT}`,
      ),
      'Ines Rook, Tom Loon',
      '2038-05-03',
    ],
    [
      'hAtom',
      page(
        '',
        `<h1>Crates counted</h1><a rel="author" href="/i">Ines Rook</a> <abbr class="published" title="2038-05-03">today</abbr>${TEXT}`,
      ),
      'Ines Rook',
      '2038-05-03',
    ],
    [
      'class names, the outlet beside the author',
      page(
        '',
        `<h1>Crates counted</h1><div class="byline-section"><span class="author">Ines Rook</span> <span>Norby Post</span></div><div class="publishDate">May 3, 2038</div>${TEXT}`,
      ),
      'Ines Rook',
      '2038-05-03',
    ],
    [
      'a day in the address, where nothing else has one',
      '<link rel="canonical" href="https://gazette.example/2038/05/03/crates"><h1>Crates counted</h1><p>x',
      null,
      '2038-05-03',
    ],
    // What the lines say.
    [
      'all whom the line names, where the data have one',
      page(
        linked('"author":{"name":"Ines Rook"}'),
        `<h1>Crates counted</h1><p>By Ines Rook, Tom Loon</p>${TEXT}`,
      ),
      'Ines Rook, Tom Loon',
      null,
    ],
    [
      'the data, where the line has a trade glued to the name',
      page(
        linked('"author":{"name":"Ines Rook"}'),
        `<h1>Crates counted</h1><p>By <b>Ines Rook</b><i>Quay Columnist</i></p>${TEXT}`,
      ),
      'Ines Rook',
      null,
    ],
    [
      'names above the day',
      page('', `<h1>Crates counted</h1><div>Ines Rook</div><div>May 3, 2038</div>${TEXT}`),
      'Ines Rook',
      '2038-05-03',
    ],
    [
      'the line, where the time in the data has no zone',
      page(
        linked('"datePublished":"2038-05-04T02:24:00"'),
        `<h1>Crates counted</h1><div>May 3, 2038 at 9:24 pm</div>${TEXT}`,
      ),
      null,
      '2038-05-03T21:24',
    ],
    [
      'numbers as the language of the page writes them',
      page('', `<h1>Crates counted</h1><div>03/05/2038</div>${TEXT}`, 'en-GB'),
      null,
      '2038-05-03',
    ],
    // What is neither.
    [
      'numbers that nothing tells',
      page('', `<h1>Crates counted</h1><div>03/05/2038</div>${TEXT}`),
      null,
      null,
    ],
    [
      'the day and the name of a comment, and of another account',
      page(
        '',
        `<h1>Crates counted</h1>${TEXT}<div class="related"><span class="author">Tom Loon</span><time class="published" datetime="2038-05-01">1 May</time></div><div id="comments"><span class="comment-author">Mara Quill</span><span class="date">May 4, 2038</span></div>`,
      ),
      null,
      null,
    ],
    [
      'the day of an update alone, by its class',
      page(
        '',
        `<h1>Crates counted</h1><article><time class="updated" datetime="2038-05-04"></time>${TEXT}</article>`,
      ),
      null,
      null,
    ],
    [
      'the outlet, its desk, an account',
      page(
        `${linked('"author":[{"name":"Ostmouth Gazette"},{"name":"Ostmouth Gazette Sport"}]')}<meta name="author" content="ogadmin">`,
        `<h1>Crates counted</h1><p>By Gazette Staff</p>${TEXT}`,
      ),
      null,
      null,
    ],
  ])('byline and day: %s', (_, html, byline, published) => {
    expect(readHtml(html)).toMatchObject({ byline, published });
  });

  it('heeds the declared encoding, which browsers read as windows-1252', async () => {
    const bytes = iconv.encode(
      '<html><head><meta charset="iso-8859-1"></head><body><p>Señor “Núñez”</p></body></html>',
      'windows-1252',
    );
    expect((await ingestBytes('a.html', bytes)).documents[0]!.text).toBe('Señor “Núñez”');
  });

  it('reads very deep pages by dropping their tags', () => {
    const page = readHtml(`${'<div>'.repeat(5_000)}Crates &amp; quays<script>x()</script><p>Two`);
    expect(page.text).toBe('Crates & quays\n\nTwo');
    expect(page.note).toMatch(/5001 levels/);
  });

  it('never throws, and its blocks cover the text', () => {
    const piece = fc.constantFrom(
      '<p>',
      '</p>',
      '<div class="related">',
      '</div>',
      '<br>',
      '<a href=x>',
      '</a>',
      'It rained all night. ',
      '<h1>',
      '<!--',
      '-->',
      '<script>',
      '</script>',
      '<table><tr><td>',
      '&amp;',
      '<',
      '>',
      '\ud800',
      '<b',
      '<svg><p>',
      '<body>',
      '</html>',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const { text, blocks } = readHtml(pieces.join(''));
        let at = 0;
        for (const { start, end } of blocks) {
          expect(text.slice(at, start).trim()).toBe('');
          expect(end).toBeGreaterThan(start);
          at = end;
        }
        expect(at).toBe(text.length);
      }),
      { seed: 4 },
    );
  });
});
