import { describe, expect, it } from 'vitest';
import { ingestBytes } from '../../src/ingest/ingest.js';
import type { Document } from '../../src/model/document.js';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const read = async (ref: string, text: string): Promise<readonly Document[]> =>
  (await ingestBytes(ref, utf8(text))).documents;
const told = async (ref: string, text: string): Promise<string[]> =>
  (await ingestBytes(ref, utf8(text))).messages.map((m) => `${m.severity} ${m.rule}`);

const CONTENT =
  '<p>The quay was <b>closed</b> &amp; emptied.</p><h2>Crates</h2><ul><li>forty</li></ul><p>Forty crates.</p>';
const TEXT = 'The quay was closed & emptied.\n\nCrates\n\nforty\n\nForty crates.';
const escaped = CONTENT.replace(/&/g, '&amp;').replace(/</g, '&lt;');

const rss = (item: string, channel = ''): string =>
  `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Quay Gazette</title><link>https://quay.example/</link><language>en-GB</language>${channel}${item}</channel></rss>`;
const ITEM = `<item><title>Quay closed</title><link>https://quay.example/1</link><pubDate>Sun, 05 Mar 2034 17:00:00 +0100</pubDate><dc:creator>Ines Calder</dc:creator><content:encoded><![CDATA[${CONTENT}]]></content:encoded><description>Short.</description></item>`;

describe('feeds', () => {
  const wanted = {
    ref: 'feed.xml!1',
    title: 'Quay closed',
    outlet: 'Quay Gazette',
    byline: 'Ines Calder',
    url: 'https://quay.example/1',
    text: TEXT,
  };
  it.each<[string, string, string]>([
    ['RSS 2.0', 'feed.xml', rss(ITEM)],
    [
      'RSS 0.91',
      'feed.xml',
      rss(
        `<item><title>Quay closed</title><link>https://quay.example/1</link><author>i@quay.example (Ines Calder)</author><description>${escaped}</description></item>`,
      ),
    ],
    [
      'RSS 1.0',
      'feed.xml',
      `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:c="http://purl.org/rss/1.0/modules/content/"><channel><title>Quay Gazette</title></channel><item rdf:about="https://quay.example/1"><title>Quay closed</title><link>https://quay.example/1</link><dc:date>2034-03-05T17:00:00+01:00</dc:date><dc:creator>Ines Calder</dc:creator><c:encoded><![CDATA[${CONTENT}]]></c:encoded></item></rdf:RDF>`,
    ],
    [
      'Atom, escaped',
      'feed.xml',
      `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Quay Gazette</title><author><name>Ines Calder</name><email>i@quay.example</email></author><entry><title type="html">Quay &lt;i&gt;closed&lt;/i&gt;</title><link rel="self" href="https://quay.example/atom"/><link href="https://quay.example/1"/><published>2034-03-05T17:00:00+01:00</published><updated>2034-03-07T00:00:00Z</updated><content type="html">${escaped}</content></entry></feed>`,
    ],
    [
      'Atom, XHTML, relative link, prefixed',
      'feed.xml',
      `<a:feed xmlns:a="http://www.w3.org/2005/Atom" xml:base="https://quay.example/"><a:title>Quay Gazette</a:title><a:entry><a:title>Quay closed</a:title><a:author><a:name>Ines Calder</a:name></a:author><a:link rel="alternate" href="1"/><a:content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">${CONTENT}</div></a:content></a:entry></a:feed>`,
    ],
    [
      'JSON Feed',
      'feed.json',
      JSON.stringify({
        version: 'https://jsonfeed.org/version/1.1',
        title: 'Quay Gazette',
        home_page_url: 'https://quay.example/',
        items: [
          {
            id: '1',
            url: '/1',
            title: 'Quay closed',
            date_published: '2034-03-05T17:00:00+01:00',
            authors: [{ name: 'Ines Calder' }],
            content_html: CONTENT,
          },
        ],
      }),
    ],
  ])('%s', async (_, ref, text) => {
    const documents = await read(ref, text);
    expect(documents).toHaveLength(1);
    expect(documents[0]).toMatchObject({ ...wanted, ref: `${ref}!1` });
    expect([null, '2034-03-05T17:00:00+01:00']).toContain(documents[0]!.published);
    expect(documents[0]!.blocks.map(({ role }) => role)).toEqual(['body', 'heading', 'list', 'body']);
    expect(JSON.stringify(documents)).not.toMatch(/@/);
  });

  it.each<[string, string, Partial<Document>]>([
    [
      'the source that an item names',
      ITEM.replace(
        '<description>',
        '<source url="https://post.example/rss">Harbour Post</source><description>',
      ),
      { outlet: 'Harbour Post' },
    ],
    ['no date but the update', ITEM.replace(/<pubDate>.*<\/pubDate>/, ''), { published: null }],
    [
      'a wrong date',
      ITEM.replace(/<pubDate>.*<\/pubDate>/, '<pubDate>Sun, 35 Foo 2034</pubDate>'),
      { published: null },
    ],
    [
      'a permanent link',
      ITEM.replace(/<link>.*<\/link>/, '<guid>https://quay.example/g</guid>'),
      { url: 'https://quay.example/g' },
    ],
    [
      'a number that is no link',
      ITEM.replace(/<link>.*<\/link>/, '<guid isPermaLink="false">https://quay.example/g</guid>'),
      { url: null },
    ],
    ['a link that runs', ITEM.replace(/<link>.*<\/link>/, '<link>javascript:alert(1)</link>'), { url: null }],
    ['an address for an author', ITEM.replace('Ines Calder', 'ines@quay.example'), { byline: null }],
    [
      'references in a title',
      ITEM.replace('Quay closed', 'Fish &amp;amp; crates'),
      { title: 'Fish & crates' },
    ],
    [
      'plain text with a sign',
      ITEM.replace(CONTENT, 'Fewer than 3 < 4 crates.'),
      { text: 'Fewer than 3 < 4 crates.' },
    ],
  ])('%s', async (_, item, fields) => {
    expect((await read('feed.rss', rss(item)))[0]).toMatchObject(fields);
  });

  it.each<[string, string]>([
    ['Quay Gazette', 'Quay Gazette'],
    ['Quay Gazette - Latest news', 'Quay Gazette'],
    ['News | Quay Gazette', 'Quay Gazette'],
    ['Quay Gazette RSS feed', 'Quay Gazette'],
    ['Quay - Shore', 'Quay - Shore'],
  ])('a feed called %s', async (title, outlet) => {
    expect((await read('feed.rss', rss(ITEM).replace('Quay Gazette', title)))[0]!.outlet).toBe(outlet);
  });

  it('names once what only has a summary, and what has no text', async () => {
    const item = '<item><title>Quay</title><description>Short.</description></item>';
    const { documents, messages } = await ingestBytes(
      'feed.rss',
      utf8(rss(`${item}${item}${ITEM}<item><title>Quay</title></item>`)),
    );
    expect(documents.map(({ ref }) => ref)).toEqual(['feed.rss!1', 'feed.rss!2', 'feed.rss!3']);
    expect(messages.map(({ severity, rule, note }) => `${severity} ${rule}: ${note}`)).toEqual([
      'warning summary-only: 2 of 4 items give only a summary; it was read as the account',
      'info no-text: 1 of 4 items hold no text; they were left out',
    ]);
  });

  it.each<[object, string | null]>([
    [{ id: '1' }, null],
    [{ id: 'https://quay.example/1' }, 'https://quay.example/1'],
    [{ id: '1', url: '/1' }, 'https://quay.example/1'],
  ])('a page that an item speaks of is not its own: %j', async (item, url) => {
    const feed = {
      version: 'https://jsonfeed.org/version/1.1',
      title: 'Quay',
      home_page_url: 'https://quay.example/',
      items: [{ ...item, external_url: 'https://other.example/x', content_text: 'The quay was closed.' }],
    };
    expect((await read('feed.json', JSON.stringify(feed))).map((d) => d.url)).toEqual([url]);
  });

  it('a JSON file that is no feed stays rows', async () => {
    expect(await read('a.json', '[{"id":"a","text":"One."}]')).toHaveLength(1);
  });

  it('entities of its own are never expanded', async () => {
    const bomb = `<!DOCTYPE r [<!ENTITY a "boom"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">${'<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">'.repeat(20)}<!ENTITY x SYSTEM "file:///etc/passwd">]>`;
    const text = rss(
      '<item><title>&c;</title><description>The quay &c; &x; was closed.</description></item>',
    ).replace('<?xml version="1.0"?>', bomb);
    const documents = await read('feed.xml', text);
    expect(documents[0]!.text).toBe('The quay &c; &x; was closed.');
  });
});

describe('what is no feed or a broken one is named', () => {
  const json = (items: string): string =>
    `{"version":"https://jsonfeed.org/version/1.1","title":"Quay","items":${items}}`;
  it.each<[string, string, string, string[]]>([
    ['other XML', 'a.xml', '<?xml version="1.0"?><news><p>x</p></news>', ['info unsupported-format']],
    ['a page', 'a.xml', '<html><body><p>rss feed channel</p></body></html>', ['info unsupported-format']],
    ['a page called a feed', 'a.rss', '<html><body><p>rss</p></body></html>', ['warning not-feed']],
    ['prose', 'a.atom', 'The quay was closed.', ['warning not-feed']],
    ['an open comment', 'a.xml', '<!-- <rss version="2.0">', ['info unsupported-format']],
    ['a feed without items', 'a.rss', rss(''), ['warning empty-document']],
    ['a feed that breaks off', 'a.rss', rss(ITEM + ITEM).slice(0, -200), ['warning damaged']],
    ['a feed that breaks off early', 'a.rss', rss(ITEM).slice(0, 320), ['error unreadable']],
    ['open CDATA', 'a.rss', rss('<item><description><![CDATA[x</description></item>'), ['error unreadable']],
    ['100,000 open tags', 'a.rss', rss('<a>'.repeat(100_000)), ['error unreadable']],
    [
      'tags never closed',
      'a.rss',
      `<rss version="2.0"><channel><title>${'<'.repeat(200_000)}`,
      ['error too-large'],
    ],
    ['2,000,001 tags', 'a.rss', rss('<a/>'.repeat(2_000_001)), ['error too-large']],
    ['5,000 attributes', 'a.rss', rss(`<item ${'a="" '.repeat(5_000)}/>`), ['error too-large']],
    [
      'a name of the language',
      'a.rss',
      rss('<item><__proto__>x</__proto__><title>x</title></item>'),
      ['error unreadable'],
    ],
    [
      'an item over the limit',
      'a.rss',
      rss(`<item><description>${'word '.repeat(500_000)}</description></item>`),
      ['error too-large'],
    ],
    [
      '100,000 items',
      'a.rss',
      rss('<item><description>x</description></item>'.repeat(100_000)),
      ['warning summary-only'],
    ],
    [
      '100,001 items',
      'a.json',
      json(`[${'{"content_text":"x"},'.repeat(100_000)}{"content_text":"x"}]`),
      ['error too-large'],
    ],
    ['brackets', 'a.json', json('['.repeat(2_000_001)), ['error too-large']],
    ['items that are none', 'a.json', json('[1,null,[[]],"x",{"content_text":5}]'), []],
    ['a lone surrogate', 'a.json', json('[{"content_text":"\\ud800 lone"}]'), []],
    [
      '450,000 tags of markup',
      'a.rss',
      rss(`<item><description>x ${'&lt;b>&lt;/b>'.repeat(225_000)}</description></item>`),
      ['warning summary-only', 'warning plain-reading'],
    ],
    ['a nul byte', 'a.rss', rss('<item><description>x\0y</description></item>'), ['warning summary-only']],
  ])('%s', async (_, ref, text, rules) => {
    expect(await told(ref, text)).toEqual(rules);
  });
});
