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
