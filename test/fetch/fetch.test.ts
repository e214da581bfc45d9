import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, it, test, vi } from 'vitest';
import { ingestBytes } from '../../src/ingest/ingest.js';
import { sha256 } from '../../src/text/ids.js';
import { page } from '../ingest/archives.js';
import { CERTIFICATE, KEY } from './certificate.js';
import { type Answer, fetched, here, html, rawSite, redirect, site } from './sites.js';

const A = page('Harbour closed');
const B = page('Harbour open again');
const robots = (text: string) => html(text, { 'Content-Type': 'text/plain' });
const read = async (path: string) => (await ingestBytes('f.warc.gz', readFileSync(path))).documents;

describe('an address', () => {
  it('is asked for politely, archived to the byte, and read with its address and time', async () => {
    const { url, requests } = await site({
      '/a?b=c': html(A, { 'X-Served-By': 'one,  two' }),
      '/robots.txt': robots('User-agent: *\nDisallow: /private'),
    });
    const { outcomes, notes, warc, path } = await fetched([url('/a?b=c#top')]);
    expect([outcomes, notes]).toEqual([['page'], []]);
    expect(requests.map((request) => request.split('\r\n')[0])).toEqual([
      'GET /robots.txt HTTP/1.1',
      'GET /a?b=c HTTP/1.1',
    ]);
    expect(requests[1]).toBe(
      `GET /a?b=c HTTP/1.1\r\nHost: ${new URL(url('/')).host}\r\nUser-Agent: stemma\r\nAccept: text/html,application/xhtml+xml,application/pdf;q=0.9,text/plain;q=0.8,*/*;q=0.1\r\nAccept-Encoding: gzip\r\nConnection: close\r\n\r\n`,
    );
    expect(warc).toContain(requests[1]);
    expect(warc.match(/WARC-Type: \w+/g)).toEqual([
      'WARC-Type: warcinfo',
      ...['response', 'request', 'response', 'request'].map((type) => `WARC-Type: ${type}`),
    ]);
    expect(warc).toMatch(/^WARC\/1\.1\r\n/);
    expect(warc).toMatch(
      /HTTP\/1\.1 200 OK\r\nContent-Type: text\/html; charset=utf-8\r\nX-Served-By: one, {2}two\r\n/,
    );
    expect(warc).toContain('WARC-IP-Address: 127.0.0.1\r\n');
    // The page came in chunks, of which its digest knows nothing.
    for (const payload of [A, 'User-agent: *\nDisallow: /private', ''])
      expect(warc).toContain(`WARC-Payload-Digest: sha256:${sha256(payload)}`);

    const [document, ...others] = await read(path);
    expect(others).toEqual([]);
    expect(document).toMatchObject({ ref: 'f.warc.gz!4', url: url('/a?b=c'), title: 'Harbour closed' });
    expect(document!.captured).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
  });

  it('is asked for once, however often and by whatever way it is named', async () => {
    const { url, asked } = await site({ '/a': html(A), '/short': redirect('/a') });
    const { outcomes, path } = await fetched([url('/a'), url('/short'), url('/a#part'), url('/a')]);
    expect(outcomes).toEqual(['page', 'page', 'page']);
    expect(asked.filter((path) => path.endsWith('/a'))).toHaveLength(1);
    expect(await read(path)).toHaveLength(1);
  });

  it.each([
    ['packed', gzipSync(A), { 'Content-Encoding': 'gzip' }],
    ['in chunks', A, { 'Transfer-Encoding': 'chunked' }],
    ['as plain text', 'The harbour master said that no ship would leave.', { 'Content-Type': 'text/plain' }],
  ])('is read where it comes %s', async (_, body, headers) => {
    const { url } = await site({ '/a': html(body, headers as { [name: string]: string }) });
    const { path, warc } = await fetched([url('/a')]);
    expect((await read(path)).map((document) => document.url)).toEqual([url('/a')]);
    expect(warc).toContain(Buffer.from(body).toString('latin1').slice(0, 40));
  });

  it('is read where responses that only announce it come first', async () => {
    const { url } = await rawSite(
      `HTTP/1.1 103 Early Hints\r\nLink: </a.css>\r\n\r\nHTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n${A}`,
    );
    const { path, warc } = await fetched([url('/a')]);
    expect(await read(path)).toHaveLength(1);
    expect(warc).not.toContain('Early Hints');
  });

  it('is asked for itself, also where the environment names a proxy', async () => {
    vi.stubEnv('http_proxy', 'http://127.0.0.1:1/');
    vi.stubEnv('HTTP_PROXY', 'http://127.0.0.1:1/');
    const { url } = await site({ '/a': html(A) });
    expect((await fetched([url('/a')])).outcomes).toEqual(['page']);
    vi.unstubAllEnvs();
  });

  it('is one of many: what fails harms no other, and each is told in its order', async () => {
    const { url } = await site({ '/a': html(A), '/b': html(B), 'herald.example/c': html(A) });
    const { outcomes } = await fetched([
      url('/a'),
      url('/gone'),
      'http://localhost/',
      'a.example/x',
      url('/c', 'herald.example'),
      url('/b'),
    ]);
    expect(outcomes).toEqual(['page', 'http-status', 'private-address', 'bad-url', 'page', 'page']);
  });
});

describe('what gives no page', () => {
  test.each([
    [404, {}, 'http-status', 'its server answers 404 (Not Found)', 1],
    [410, {}, 'http-status', 'its server answers 410 (Gone)', 1],
    [451, {}, 'http-status', 'its server answers 451 (Unavailable For Legal Reasons)', 1],
    [299, {}, 'http-status', 'its server answers 299', 1],
    [301, {}, 'http-status', 'its server answers 301 (Moved Permanently)', 1],
    [503, {}, 'http-status', 'its server answers 503 (Service Unavailable)', 3],
    [429, { 'Retry-After': '0' }, 'http-status', 'its server answers 429 (Too Many Requests)', 3],
    [429, { 'Retry-After': '3600' }, 'busy', 'its server asks to come back in 3600 s', 1],
    [503, { 'Retry-After': 'soon' }, 'http-status', 'its server answers 503 (Service Unavailable)', 3],
    [200, { 'Content-Type': 'image/png' }, 'not-article', 'it is no article (image/png)', 1],
    [200, { 'Content-Type': 'video/mp4' }, 'not-article', 'it is no article (video/mp4)', 1],
    [200, { 'Content-Type': 'whatever' }, 'not-article', 'its server does not tell what it is', 1],
  ])('%s %j: %s', async (status, headers, rule, note, times) => {
    const { url, asked } = await site({ '/a': html(A, headers as { [name: string]: string }, status) });
    const { outcomes, notes } = await fetched([url('/a')]);
    expect([outcomes, notes]).toEqual([[rule], [`not fetched: ${note}`]]);
    expect(asked.filter((path) => path.endsWith('/a'))).toHaveLength(times);
  });

  it('comes the second time, where the first answer was that it is busy', async () => {
    let times = 0;
    const { url } = await site({
      '/a': (request, response, found) => html(A, {}, ++times === 1 ? 503 : 200)(request, response, found),
    });
    const { outcomes, warc } = await fetched([url('/a')]);
    expect(outcomes).toEqual(['page']);
    expect(warc).toMatch(/HTTP\/1\.1 503[\s\S]*HTTP\/1\.1 200/);
  });

  test.each([
    [
      'a body that says it is too large',
      'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 9999999\r\n\r\n<p>',
      null,
      'too-large',
    ],
    [
      'a body without an end',
      'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n',
      'x'.repeat(5_000),
      'too-large',
    ],
    [
      'chunks without an end',
      'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n',
      '1000\r\n'.padEnd(4_102, 'x').concat('\r\n'),
      'too-large',
    ],
    ['a head without an end', 'HTTP/1.1 200 OK\r\n', `X-A: ${'x'.repeat(5_000)}\r\n`, 'too-large'],
    ['announcements without an end', '', 'HTTP/1.1 103 Early Hints\r\n\r\n'.repeat(200), 'too-large'],
    ['a slow trickle', 'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n', '.', 'timed-out'],
    ['silence', '', '', 'timed-out'],
    [
      'a body shorter than it says',
      `HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 90000\r\n\r\n${A}`,
      null,
      'unreachable',
    ],
    [
      'chunks that break off',
      'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n<p>',
      null,
      'unreachable',
    ],
    [
      'two lengths',
      `HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\n<p>ab</p>`,
      null,
      'unreadable',
    ],
    [
      'a length and chunks',
      'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
      null,
      'unreadable',
    ],
    [
      'a header split by a bare line end',
      'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nX-A: a\nX-B\r\n\r\n<p>',
      null,
      'unreadable',
    ],
    ['no HTTP at all', '220 mail.example ESMTP\r\n', null, 'unreadable'],
    ['nothing', '', null, 'unreachable'],
    [
      'another protocol',
      'HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n',
      null,
      'unreadable',
    ],
  ])('%s', async (_, said, drip, rule) => {
    const { url } = await rawSite(said, drip);
    const request = rule === 'timed-out' ? 300 : 60_000;
    const { outcomes, warc } = await fetched([url('/a')], { response: 100_000, request });
    expect(outcomes).toEqual([rule]);
    // Of what was not received whole nothing is kept: at most the robots.txt.
    expect(warc).not.toMatch(/WARC-Target-URI: \S+\/a\r/);
  });

  it('says so where a page unpacks to more than is read', async () => {
    const bomb = gzipSync(Buffer.alloc(64 * 1024 * 1024, 'x'));
    const { url } = await site({ '/a': html(bomb, { 'Content-Encoding': 'gzip' }) });
    const { path } = await fetched([url('/a')]);
    const { documents, messages } = await ingestBytes('f.warc.gz', readFileSync(path));
    expect(documents).toEqual([]);
    expect(messages.map(({ note }) => note).join()).toContain('unpacks to more than');
  });

  it('is what is beyond the size of one run', async () => {
    const { url } = await site({ '/a': html(A), '/b': html(B) });
    const { outcomes } = await fetched([url('/a'), url('/b')], { archive: 500 });
    expect(outcomes).toEqual(['page', 'too-large']);
  });
});

describe('a redirect', () => {
  it('is followed and kept, also to another host with rules of its own', async () => {
    const { url, asked } = await site({
      '/old': redirect(({ url }) => url('/new', 'herald.example'), 301),
      'herald.example/new': html(A),
    });
    const { outcomes, warc, path } = await fetched([url('/old')]);
    expect(outcomes).toEqual(['page']);
    expect(asked).toEqual([
      'gazette.example/robots.txt',
      'gazette.example/old',
      'herald.example/robots.txt',
      'herald.example/new',
    ]);
    expect(warc).toContain('HTTP/1.1 301 Moved Permanently\r\nLocation: ');
    expect((await read(path)).map((document) => document.url)).toEqual([url('/new', 'herald.example')]);
  });

  test.each([
    ['a relative one', '/b', 'page'],
    ['one without a scheme', './b', 'page'],
    ['this machine', 'http://127.0.0.2/', 'private-address'],
    ['this machine, written otherwise', 'http://2130706434/', 'private-address'],
    ['this machine, without a scheme', '//[::1]/', 'private-address'],
    ['a name for this machine', 'http://localhost:1/', 'private-address'],
    ['the metadata of a cloud', 'http://169.254.169.254/latest/', 'private-address'],
    ['a name that leads into a network', 'http://intranet.example/', 'private-address'],
    ['a name that leads there among others', 'http://rebound.example/', 'private-address'],
    ['a file', 'file:///etc/passwd', 'bad-url'],
    ['a script', 'javascript:alert(1)', 'bad-url'],
    ['a password', 'http://me:secret@herald.example/', 'bad-url'],
    ['no address', 'http://[', 'bad-url'],
    ['a long one', `/${'a'.repeat(3_000)}`, 'bad-url'],
    ['itself', '/a', 'too-many-redirects'],
  ])('to %s', async (_, to, expected) => {
    const { url } = await site({ '/a': redirect(to), '/b': html(A) });
    const network = here({ 'intranet.example': ['192.168.1.1'], 'rebound.example': ['8.8.8.8', '10.0.0.1'] });
    expect((await fetched([url('/a')], {}, network)).outcomes).toEqual([expected]);
  });

  it('is followed five times', async () => {
    const hops = Object.fromEntries(
      Array.from({ length: 9 }, (_, i) => [`/${i}`, redirect(`/${i + 1}`)] as const),
    );
    const { url } = await site({ ...hops, '/9': html(A) });
    expect((await fetched([url('/4'), url('/3')])).outcomes).toEqual(['page', 'too-many-redirects']);
  });
});

describe('https', () => {
  const TLS = { key: KEY, cert: CERTIFICATE };
  const trusting = { ...here(), ca: CERTIFICATE };

  it('is spoken, and archived as what was inside', async () => {
    const { url } = await site({ '/a': html(A) }, TLS);
    const { outcomes, warc, path } = await fetched([url('/a')], {}, trusting);
    expect(outcomes).toEqual(['page']);
    expect(warc).toContain('HTTP/1.1 200 OK\r\nContent-Type: text/html');
    expect((await read(path))[0]!.url).toBe(url('/a'));
  });

  it('that leads to http is told', async () => {
    const plain = await site({ '/b': html(B) });
    const { url } = await site({ '/a': redirect(() => plain.url('/b')) }, TLS);
    const { outcomes, notes } = await fetched([url('/a')], {}, trusting);
    expect(outcomes).toEqual(['page, insecure-redirect']);
    expect(notes[0]).toContain(`leads from https to ${plain.url('/b')}`);
  });

  test.each([
    ['nobody vouches for', 'gazette.example', here()],
    ['is of another host', 'packet.example', trusting],
  ])('is not believed where the certificate %s', async (_, host, network) => {
    const { url, asked } = await site({ '/a': html(A) }, TLS);
    const { outcomes, notes } = await fetched([url('/a', host)], {}, network);
    expect([outcomes, asked]).toEqual([['unreachable'], []]);
    expect(notes[0]).toContain('certificate');
  });
});

describe('what a host asks of programs', () => {
  const asks = async (answer: Parameters<typeof site>[0][string] | null, more = {}) => {
    const { url, asked } = await site({
      ...(answer && { '/robots.txt': answer }),
      '/a': html(A),
      '/private/b': html(B),
      ...more,
    });
    const { outcomes, notes, path } = await fetched([url('/a'), url('/private/b')]);
    return { outcomes, notes, asked: asked.length, documents: await read(path) };
  };

  test.each([
    ['nothing', html('', {}, 404), ['page', 'page']],
    ['nothing to be had', html('', {}, 403), ['page', 'page']],
    ['all are kept out of a folder', robots('User-agent: *\nDisallow: /private'), ['page', 'robots']],
    [
      'this program is kept out',
      robots('User-agent: Stemma\nDisallow: /\n\nUser-agent: *\nAllow: /'),
      ['robots', 'robots'],
    ],
    ['others are kept out', robots('User-agent: otherbot\nDisallow: /'), ['page', 'page']],
    ['the longest rule counts', robots('User-agent: *\nDisallow: /\nAllow: /a'), ['page', 'robots']],
    ['a wildcard', robots('User-agent: *\nDisallow: /*/b$'), ['page', 'robots']],
    ['a byte-order mark', robots('\ufeffUser-agent: *\r\nDisallow: /private\r\n'), ['page', 'robots']],
    [
      'packed',
      html(gzipSync('User-agent: *\nDisallow: /private'), { 'Content-Encoding': 'gzip' }),
      ['page', 'robots'],
    ],
    ['a page instead', html(page('Welcome')), ['page', 'page']],
    ['an error', html('', {}, 500), ['robots', 'robots']],
    ['busy', html('', {}, 429), ['robots', 'robots']],
    ['elsewhere', redirect('/rules.txt'), ['page', 'robots']],
    ['in circles', redirect('/robots.txt'), ['page', 'page']],
    ['in its own network', redirect('http://10.0.0.1/robots.txt'), ['private-address', 'private-address']],
    [
      'names without end',
      robots('User-agent: a\nUser-agent: b\n'.repeat(9_000) + 'Allow: /x\n'.repeat(9_000)),
      ['page', 'page'],
    ],
    [
      'one of many names',
      robots('User-agent: a\nUser-agent: stemma/2.0\n# us\n\nUser-agent: b\nDisallow: /private'),
      ['page', 'robots'],
    ],
    [
      'wildcards without end',
      robots(`User-agent: *\n${'Disallow: /*a*a*a*a*a*b\n'.repeat(9_000)}`),
      ['robots', 'robots'],
    ],
    ['a bomb', html(gzipSync(Buffer.alloc(8_000_000)), { 'Content-Encoding': 'gzip' }), ['robots', 'robots']],
  ])('%s', async (_, answer, expected) => {
    const rules = robots('User-agent: *\nDisallow: /private');
    const { outcomes, documents } = await asks(answer, { '/rules.txt': rules });
    expect(outcomes).toEqual(expected);
    // Neither a robots.txt nor a page that stands for one is an account.
    expect(documents).toHaveLength(expected.filter((o) => o === 'page').length);
  });

  it('is told where it keeps an address from being read', async () => {
    const { notes } = await asks(robots('User-agent: *\nDisallow: /private'));
    expect(notes.join()).toMatch(
      /^not fetched: the robots\.txt of gazette\.example:\d+ asks programs not to read it$/,
    );
  });

  it('is one request at a time', async () => {
    let [now, most] = [0, 0];
    const slow =
      (body: Uint8Array): Answer =>
      (...asked) => {
        most = Math.max(most, ++now);
        setImmediate(() => {
          now--;
          html(body)(...asked);
        });
      };
    const { url } = await site({
      '/a': slow(A),
      '/b': slow(B),
      'herald.example/c': redirect(({ url }) => url('/d')),
      '/d': slow(A),
    });
    const urls = [url('/a'), url('/c', 'herald.example'), url('/b')];
    expect((await fetched(urls)).outcomes).toEqual(['page', 'page', 'page']);
    expect(most).toBe(1);
  });
});

/** Waits are noted and over at once; in seconds. */
const noted = () => {
  const waits: number[] = [];
  let time = 0;
  const clock = {
    now: () => time,
    wait: async (ms: number) => {
      time += ms;
      waits.push(ms / 1000);
    },
  };
  return { waits, clock };
};

describe('patience', () => {
  const busyOnce = (header: { readonly [name: string]: string }): Answer => {
    let times = 0;
    return (...asked) => (++times === 1 ? html('', header, 503) : html(A))(...asked);
  };

  test.each([
    ['a second after each request to a host', { '/a': html(A), '/b': html(B) }, [1, 1]],
    [
      'more where the host asks for more',
      { '/robots.txt': robots('User-agent: *\nCrawl-delay: 7'), '/a': html(A), '/b': html(B) },
      [7, 7],
    ],
    [
      'not as much as it likes',
      { '/robots.txt': robots('User-agent: *\nCrawl-delay: 99999'), '/a': html(A), '/b': html(B) },
      [30, 30],
    ],
    [
      'nor less',
      { '/robots.txt': robots('User-agent: *\nCrawl-delay: -5'), '/a': html(A), '/b': html(B) },
      [1, 1],
    ],
    ['longer before each further try', { '/a': html(A, {}, 500), '/b': html(B) }, [1, 2, 8, 1]],
    ['as long as the server asks', { '/a': busyOnce({ 'Retry-After': '42' }), '/b': html(B) }, [1, 42, 1]],
    ['at least as long as we think', { '/a': busyOnce({ 'Retry-After': '0' }), '/b': html(B) }, [1, 2, 1]],
    [
      'until the day the server names, if that is past',
      { '/a': busyOnce({ 'Retry-After': 'Wed, 21 Oct 2015 07:28:00 GMT' }), '/b': html(B) },
      [1, 2, 1],
    ],
  ])('%s', async (_, answers, expected) => {
    const { url } = await site(answers);
    const { waits, clock } = noted();
    await fetched([url('/a'), url('/b')], { pause: 1_000, retries: [2_000, 8_000] }, here(), clock);
    expect(waits).toEqual(expected);
  });

  it('is none between different hosts', async () => {
    const { url } = await site({ '/a': html(A) });
    const { waits, clock } = noted();
    await fetched([url('/a', 'a.example'), url('/a', 'b.example')], { pause: 1_000 }, here(), clock);
    expect(waits).toEqual([1, 1]);
  });
});

describe('a host that is not there', () => {
  const failing = (code: string) => ({
    ...here(),
    resolve: () => Promise.reject(Object.assign(new Error(`getaddrinfo ${code}`), { code })),
  });

  test.each([
    ['no such name', failing('ENOTFOUND'), 'no-host', 'not fetched: there is no host of that name', 0],
    ['no look-up', failing('EAI_AGAIN'), 'unreachable', /could not be looked up/, 2],
    ['no server', here(), 'unreachable', /its host refuses the connection/, 2],
    [
      'an address inside',
      here({ 'gazette.example': ['10.1.2.3'] }),
      'private-address',
      'not fetched: gazette.example, which leads to 10.1.2.3, is not an address of the public internet; nothing was asked of it',
      0,
    ],
  ])('%s', async (_, network, rule, note, tries) => {
    const { waits, clock } = noted();
    const { outcomes, notes, warc } = await fetched(['http://gazette.example:1/a'], {}, network, clock);
    expect(outcomes).toEqual([rule]);
    expect(notes[0]).toMatch(note);
    expect(waits).toHaveLength(tries);
    // Where nothing came there is no archive.
    expect(warc).toBe('');
  });
});
