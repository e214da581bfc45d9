import { describe, expect, it, test } from 'vitest';
import { askable, checkedLookup, INTERNET, isPublic, type Network } from '../../src/fetch/addresses.js';
import { addressesIn, isAddress } from '../../src/fetch/list.js';

const refusal = (address: string): string => {
  try {
    return `asked: ${askable(address, 2_048, INTERNET).href}`;
  } catch (cause) {
    return (cause as { rule: string }).rule;
  }
};

describe('which addresses may be asked', () => {
  test.each([
    ['https://gazette.example/a?b=c#top', 'asked: https://gazette.example/a?b=c'],
    ['http://GAZETTE.example:8080', 'asked: http://gazette.example:8080/'],
    ['https://zeitung.example/schöne-häfen', 'asked: https://zeitung.example/sch%C3%B6ne-h%C3%A4fen'],
    ['http://8.8.8.8/', 'asked: http://8.8.8.8/'],
    ['http://[2606:4700::1111]/', 'asked: http://[2606:4700::1111]/'],
    ['https://gazette.example/a\r\nX-Injected: yes', 'asked: https://gazette.example/aX-Injected:%20yes'],
  ])('%j', (address, expected) => expect(refusal(address)).toBe(expected));

  test.each([
    // Other things than web pages.
    ['file:///etc/passwd', 'bad-url'],
    ['ftp://gazette.example/a', 'bad-url'],
    ['data://text/html,x', 'bad-url'],
    ['javascript://gazette.example/%0aalert(1)', 'bad-url'],
    ['http://', 'bad-url'],
    ['https://gazette.example:99999/', 'bad-url'],
    [`https://gazette.example/${'a'.repeat(2_048)}`, 'bad-url'],
    // Names and passwords, also as a trick: the host is what follows the @.
    ['https://me:secret@gazette.example/', 'bad-url'],
    ['https://gazette.example@127.0.0.1/', 'bad-url'],
    // This machine.
    ['http://localhost/', 'private-address'],
    ['http://LOCALHOST:8080/', 'private-address'],
    ['http://localhost./', 'private-address'],
    ['http://a.localhost/', 'private-address'],
    ['http://127.0.0.1/', 'private-address'],
    ['http://127.1/', 'private-address'],
    ['http://0x7f.1/', 'private-address'],
    ['http://0177.0.0.1/', 'private-address'],
    ['http://2130706433/', 'private-address'],
    ['http://%31%32%37.0.0.1/', 'private-address'],
    ['http://①②⑦.⓪.⓪.①/', 'private-address'],
    ['http://0.0.0.0/', 'private-address'],
    ['http://0/', 'private-address'],
    ['http://[::1]/', 'private-address'],
    ['http://[::]/', 'private-address'],
    ['http://[0:0:0:0:0:0:0:1]/', 'private-address'],
    // IPv4 inside IPv6: mapped, compatible, translated, NAT64, 6to4, Teredo.
    ['http://[::ffff:127.0.0.1]/', 'private-address'],
    ['http://[::ffff:7f00:1]/', 'private-address'],
    ['http://[::127.0.0.1]/', 'private-address'],
    ['http://[::ffff:0:127.0.0.1]/', 'private-address'],
    ['http://[64:ff9b::7f00:1]/', 'private-address'],
    ['http://[64:ff9b:1::10.0.0.1]/', 'private-address'],
    ['http://[2002:7f00:1::]/', 'private-address'],
    ['http://[2001:0:7f00:1::]/', 'private-address'],
    // Its network.
    ['http://10.0.0.1/', 'private-address'],
    ['http://172.16.0.1/', 'private-address'],
    ['http://172.31.255.255/', 'private-address'],
    ['http://192.168.1.1/', 'private-address'],
    ['http://100.64.0.1/', 'private-address'],
    ['http://169.254.169.254/latest/meta-data/', 'private-address'],
    ['http://[fe80::1]/', 'private-address'],
    ['http://[fec0::1]/', 'private-address'],
    ['http://[fd00:ec2::254]/', 'private-address'],
    // Many at once, nobody, or set apart.
    ['http://224.0.0.1/', 'private-address'],
    ['http://255.255.255.255/', 'private-address'],
    ['http://240.0.0.1/', 'private-address'],
    ['http://192.0.2.1/', 'private-address'],
    ['http://198.18.0.1/', 'private-address'],
    ['http://[ff02::1]/', 'private-address'],
    ['http://[2001:db8::1]/', 'private-address'],
    ['http://[100::1]/', 'private-address'],
    ['http://[4000::1]/', 'private-address'],
  ])('never %j', (address, expected) => expect(refusal(address)).toBe(expected));

  test.each([
    ['8.8.8.8', true],
    ['172.32.0.1', true],
    ['2606:4700::1111', true],
    ['fe80::1%eth0', false],
    ['2130706433', false],
    ['', false],
    ['gazette.example', false],
  ])('%j is public: %j', (address, expected) => expect(isPublic(address)).toBe(expected));
});

describe('the look-up of a name', () => {
  const lookUp = (addresses: readonly string[], all = true): Promise<unknown> => {
    const network: Network = {
      ...INTERNET,
      resolve: async () => addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    };
    return new Promise((resolve) =>
      checkedLookup(network)('gazette.example', { all }, (error, found) =>
        resolve(error === null ? found : error.message),
      ),
    );
  };

  it('gives what was checked, and that alone', async () => {
    expect(await lookUp(['8.8.8.8', '2606:4700::1111'])).toEqual([
      { address: '8.8.8.8', family: 4 },
      { address: '2606:4700::1111', family: 6 },
    ]);
    expect(await lookUp(['8.8.8.8'], false)).toBe('8.8.8.8');
  });

  test.each([
    [['10.0.0.1'], /leads to 10\.0\.0\.1, is not an address of the public internet/],
    [['8.8.8.8', '127.0.0.1'], /leads to 127\.0\.0\.1/],
    [['::ffff:10.0.0.1'], /not an address of the public internet/],
    [[], /has no address/],
  ])('refuses %j', async (addresses, expected) => expect(await lookUp(addresses)).toMatch(expected));
});

describe('a list of addresses', () => {
  test.each([
    ['https://a.example/1\nhttps://b.example/2\n', ['https://a.example/1', 'https://b.example/2']],
    ['\ufeff# week 1\r\n\r\nhttps://a.example/1 # the memo\r\n', ['https://a.example/1']],
    ['https://a.example/1#part\n', ['https://a.example/1#part']],
    ['https://a.example/1\na.example/2\n', ['https://a.example/1', 'a.example/2']],
    ['HTTPS://A.EXAMPLE/', ['HTTPS://A.EXAMPLE/']],
    ['The mayor spoke on Monday.\nhttps://a.example/1\n', null],
    ['Monday\nTuesday\n', null],
    ['# nothing yet\n', null],
    ['', null],
  ])('%j', (text, expected) => expect(addressesIn(text)).toEqual(expected));

  test.each([
    ['https://a.example', true],
    ['ftp://a.example', true],
    ['HTTP://a.example', true],
    ['C:\\accounts\\one.txt', false],
    ['accounts/one.txt', false],
    ['a.example/one', false],
    ['-', false],
  ])('%j is an address: %j', (path, expected) => expect(isAddress(path)).toBe(expected));
});
