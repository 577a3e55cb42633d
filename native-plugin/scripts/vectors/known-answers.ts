/* eslint-disable max-lines, max-lines-per-function -- a table of cases: its length is data, not logic */
import type { VectorFile } from './vector-file.ts';

const ascii = (text: string) => Array.from(text, (char) => char.charCodeAt(0).toString(16).padStart(2, '0')).join('');

/** Answers published by others, copied from the named sources; none is computed here. */
export function knownAnswers(): VectorFile {
  return {
    file: 'known-answers.json',
    about: 'Published answers for the primitives. `length` is of the output, in bytes.',
    cases: [...sha256(), ...hmac(), ...hkdf(), ...x963(), ...pbkdf2(), ...gcm(), ...ecdh()],
  };
}

function sha256() {
  const source = 'FIPS 180-4 examples (NIST, SHA256.pdf)';
  return [
    {
      id: 'sha256-abc',
      primitive: 'SHA-256',
      source,
      why: 'one block',
      input: ascii('abc'),
      expect: { output: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad' },
    },
    {
      id: 'sha256-two-blocks',
      primitive: 'SHA-256',
      source,
      why: 'padding into a second block',
      input: ascii('abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq'),
      expect: { output: '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1' },
    },
  ];
}

function hmac() {
  const of = (number: number, [why, key, input, output]: readonly [string, string, string, string]) => ({
    id: `hmac-${number}`,
    primitive: 'HMAC-SHA-256',
    source: `RFC 4231, test case ${number}`,
    why,
    key,
    input,
    expect: { output },
  });
  const long = 'aa'.repeat(131);
  return [
    of(1, [
      'short key',
      '0b'.repeat(20),
      ascii('Hi There'),
      'b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7',
    ]),
    of(2, [
      'key shorter than the output',
      ascii('Jefe'),
      ascii('what do ya want for nothing?'),
      '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
    ]),
    of(3, [
      'key and data longer than 64 bytes together',
      'aa'.repeat(20),
      'dd'.repeat(50),
      '773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe',
    ]),
    of(4, [
      'key of 25 bytes',
      '0102030405060708090a0b0c0d0e0f10111213141516171819',
      'cd'.repeat(50),
      '82558a389a443c0ea4cc819899f2083a85f0faa3e578f8077a2e3ff46729665b',
    ]),
    of(6, [
      'key longer than a block',
      long,
      ascii('Test Using Larger Than Block-Size Key - Hash Key First'),
      '60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54',
    ]),
    of(7, [
      'key and data longer than a block',
      long,
      ascii(
        'This is a test using a larger than block-size key and a larger than block-size data. The key needs to be hashed before being used by the HMAC algorithm.',
      ),
      '9b09ffa71b942fcb27635fbcd5b0e944bfdc63644f0713938a7f51535c3a35e2',
    ]),
  ];
}

function hkdf() {
  const range = (from: number, to: number) =>
    Array.from({ length: to - from + 1 }, (_, index) => (from + index).toString(16).padStart(2, '0')).join('');
  const common = { primitive: 'HKDF-SHA-256' };
  return [
    {
      ...common,
      id: 'hkdf-1',
      source: 'RFC 5869, A.1',
      why: 'basic',
      secret: '0b'.repeat(22),
      salt: range(0, 12),
      info: range(0xf0, 0xf9),
      length: 42,
      expect: { output: '3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865' },
    },
    {
      ...common,
      id: 'hkdf-2',
      source: 'RFC 5869, A.2',
      why: 'long inputs',
      secret: range(0, 0x4f),
      salt: range(0x60, 0xaf),
      info: range(0xb0, 0xff),
      length: 82,
      expect: {
        output:
          'b11e398dc80327a1c8e7f78c596a49344f012eda2d4efad8a050cc4c19afa97c59045a99cac7827271cb41c65e590e09da3275600c2f09b8367793a9aca3db71cc30c58179ec3e87c14c01d5c1f3434f1d87',
      },
    },
    {
      ...common,
      id: 'hkdf-3',
      source: 'RFC 5869, A.3',
      why: 'empty salt and info',
      secret: '0b'.repeat(22),
      salt: '',
      info: '',
      length: 42,
      expect: { output: '8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8' },
    },
  ];
}

function x963() {
  const common = { primitive: 'X9.63-KDF-SHA-256', source: 'NIST CAVP, ANS X9.63-2001 KDF, SHA-256, COUNT = 0' };
  return [
    {
      ...common,
      id: 'x963-no-info',
      why: 'half a block of output, nothing shared',
      secret: '96c05619d56c328ab95fe84b18264b08725b85e33fd34f08',
      info: '',
      length: 16,
      expect: { output: '443024c3dae66b95e6f5670601558f71' },
    },
    {
      ...common,
      id: 'x963-four-blocks',
      why: 'four blocks of output',
      secret: '22518b10e70f2a3f243810ae3254139efbee04aa57c7af7d',
      info: '75eef81aa3041e33b80971203d2c0c52',
      length: 128,
      expect: {
        output:
          'c498af77161cc59f2962b9a713e2b215152d139766ce34a776df11866a69bf2e52a13d9c7c6fc878c50c5ea0bc7b00e0da2447cfd874f6cf92f30d0097111485500c90c3af8b487872d04685d14c8d1dc8d7fa08beb0ce0ababc11f0bd496269142d43525a78e5bc79a17f59676a5706dc54d54d4d1f0bd7e386128ec26afc21',
      },
    },
  ];
}

function pbkdf2() {
  const common = { primitive: 'PBKDF2-HMAC-SHA-256', source: 'RFC 7914, section 11', length: 64 };
  return [
    {
      ...common,
      id: 'pbkdf2-1',
      why: 'one iteration, two blocks of output',
      password: ascii('passwd'),
      salt: ascii('salt'),
      iterations: 1,
      expect: {
        output:
          '55ac046e56e3089fec1691c22544b605f94185216dde0465e68b9d57c20dacbc49ca9cccf179b645991664b39d77ef317c71b845b1e30bd509112041d3a19783',
      },
    },
    {
      ...common,
      id: 'pbkdf2-80000',
      why: 'many iterations',
      password: ascii('Password'),
      salt: ascii('NaCl'),
      iterations: 80000,
      expect: {
        output:
          '4ddcd8f60b98be21830cee5ef22701f9641a4418d04c0414aeff08876b34ab56a1d425a1225833549adb841b51c9b3176a272bdebba1d078478f62b397f33c8d',
      },
    },
  ];
}

function gcm() {
  const zeros = '00'.repeat(32);
  const key = 'feffe9928665731c6d6a8f9467308308'.repeat(2);
  const nonce = 'cafebabefacedbaddecaf888';
  const text =
    'd9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a721c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39';
  const cipher =
    '522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662';
  const of = (number: number, why: string, fields: object) => ({
    id: `gcm-${number}`,
    primitive: 'AES-256-GCM',
    source: `McGrew and Viega, The Galois/Counter Mode of Operation (submitted to NIST), test case ${number}`,
    why,
    ...fields,
  });
  return [
    of(13, 'nothing but a tag', {
      key: zeros,
      nonce: '00'.repeat(12),
      aad: '',
      plaintext: '',
      expect: { output: '530f8afbc74536b9a963b4f1c4cb738b' },
    }),
    of(14, 'one block', {
      key: zeros,
      nonce: '00'.repeat(12),
      aad: '',
      plaintext: '00'.repeat(16),
      expect: { output: 'cea7403d4d606b6e074ec5d3baf39d18d0d1c8a799996bf0265b98b5d48ab919' },
    }),
    of(15, 'several blocks', {
      key,
      nonce,
      aad: '',
      plaintext: `${text}1aafd255`,
      expect: { output: `${cipher}898015adb094dac5d93471bdec1a502270e3cc6c` },
    }),
    of(16, 'additional data, and a last block that is not full', {
      key,
      nonce,
      aad: 'feedfacedeadbeeffeedfacedeadbeefabaddad2',
      plaintext: text,
      expect: { output: `${cipher}76fc6ece0f4e1768cddf8853bb2d551b` },
    }),
  ];
}

function ecdh() {
  return [
    {
      id: 'ecdh-p256-0',
      primitive: 'ECDH-P-256',
      source: 'NIST CAVP, KAS ECC CDH primitive, P-256, COUNT = 0',
      why: 'x-coordinate of the shared point',
      scalar: '7d7dc5f71eb29ddaf80d6214632eeae03d9058af1fb6d22ed80badb62bc1a534',
      pointX: '700c48f77f56584c5cc632ca65640db91b6bacce3a4df6b42ce7cc838833d287',
      pointY: 'db71e509e3fd9b060ddb20ba5c51dcc5948d46fbf640dfe0441782cab85fa4ac',
      expect: { output: '46fc62106420ff012e54a434fbdd2d25ccc5852060561e68040dd7778997bd7b' },
    },
  ];
}
