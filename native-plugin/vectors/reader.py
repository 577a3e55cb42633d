"""A reader of IDV1 in Python, written from ../FORMAT.md and README.md alone: it shows that the text is enough.

python3 reader.py [folder]    runs every case of every vector file; needs the package `cryptography`.
"""
import hashlib, hmac, json, sys, unicodedata
from pathlib import Path
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, padding
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.serialization import load_der_private_key
sys.dont_write_bytecode = True  # leave nothing beside the vectors
from lock_machine import run_trace

FORMAT = 'IDV1-vectors-1'
unhex = bytes.fromhex


class Refused(Exception):
    """The one error of FORMAT.md §16 that an operation ends with."""
    def __init__(self, code, **details):
        super().__init__(code)
        self.details = details


def require(condition, code='CORRUPT'):
    if not condition:
        raise Refused(code)


def number(raw):
    return int.from_bytes(raw, 'big')


class Bytes:
    """From left to right; too few bytes are CORRUPT before anything is allocated."""
    def __init__(self, data):
        self.data, self.at = data, 0

    def take(self, size):
        require(size <= len(self.data) - self.at)
        self.at += size
        return self.data[self.at - size:self.at]

    def uint(self, size):
        return number(self.take(size))

    def end(self):
        require(self.at == len(self.data))


# §1, §3: primitives and scope
def sha256(data):
    return hashlib.sha256(data).digest()

def mac(key, data):
    return hmac.new(key, data, 'sha256').digest()

def hkdf(ikm, salt, info, length=32):
    return HKDF(algorithm=hashes.SHA256(), length=length, salt=salt, info=info).derive(ikm)

def x963(secret, info, length=32):
    output = b''
    while len(output) < length:
        output += sha256(secret + (len(output) // 32 + 1).to_bytes(4, 'big') + info)
    return output[:length]

def pbkdf2(password, salt, iterations, length=32):
    return hashlib.pbkdf2_hmac('sha256', password, salt, iterations, length)

def unseal(key, nonce, sealed, aad, code):
    try:
        return AESGCM(key).decrypt(nonce, sealed, aad)
    except InvalidTag:
        raise Refused(code) from None

def ecdh(scalar, x, y):
    private = ec.derive_private_key(number(scalar), ec.SECP256R1())
    return private.exchange(ec.ECDH(), ec.EllipticCurvePublicNumbers(x, y, ec.SECP256R1()).public_key())

def from_utf16(raw):
    return raw.decode('utf-16-be', 'surrogatepass')

def lp(text):
    try:
        raw = text.encode()
    except UnicodeEncodeError:
        raise Refused('INVALID_ARGUMENT') from None
    return len(raw).to_bytes(4, 'big') + raw

def scope_input(app_id, vault_name, username, label=b'idv1/scope'):
    return label + lp(app_id) + lp(vault_name) + lp(username)


# §7: passcode
def normalise(typed, setting=False):
    # JSON, too, may give a lone surrogate; a pair of surrogates becomes its code point.
    typed = from_utf16(typed.encode('utf-16-be', 'surrogatepass'))
    require(not any(0xD800 <= ord(c) <= 0xDFFF for c in typed), 'INVALID_PASSCODE')
    require(not setting or all(unicodedata.category(c) != 'Cn' for c in typed), 'INVALID_PASSCODE')
    digits = [str(unicodedata.decimal(c)) if unicodedata.category(c) == 'Nd' else c for c in typed]
    result = unicodedata.normalize('NFKC', ''.join(digits))
    require(4 <= len(result) <= 128, 'INVALID_PASSCODE')
    return result.encode()


# §6.2: device function
P = 2**256 - 2**224 + 2**192 + 2**96 - 1
B = 0x5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604b

def hash_to_curve(x):
    for i in range(256):
        c = number(sha256(b'idv1/h2c' + x + bytes([i])))
        r = (c**3 - 3 * c + B) % P
        if c < P and pow(r, (P - 1) // 2, P) == 1:
            return i, c, pow(r, (P + 1) // 4, P)  # either root: F is the same
    raise Refused('DEVICE_FUNCTION_FAILED')

def device_function(prf, key, x):
    return ecdh(key, *hash_to_curve(x)[1:]) if prf == 2 else mac(key, x)


# §6.1: the secret that a KEM gives
OAEP = {1: hashes.SHA256, 2: hashes.SHA1}

def kem_secret(kem, key, enc):
    if kem == 5:
        secret = unseal(key, enc[:12], enc[12:], b'', 'AUTHENTICATION_FAILED')
    elif kem == 3:
        public = enc[:65]
        try:
            shared = ecdh(key, number(public[1:33]), number(public[33:]))
        except ValueError:  # no point of the curve
            raise Refused('AUTHENTICATION_FAILED') from None
        derived = x963(shared, public)
        secret = unseal(derived[:16], derived[16:], enc[65:], b'', 'AUTHENTICATION_FAILED')
    else:
        private = load_der_private_key(key, None)
        try:
            secret = private.decrypt(enc, padding.OAEP(padding.MGF1(hashes.SHA1()), OAEP[kem](), label=None))
        except ValueError:
            raise Refused('AUTHENTICATION_FAILED') from None
    require(len(secret) == 32)
    return secret


# §4: envelope
KEMS = {1: {1, 2, 3, 4, 5}, 2: {1, 2, 3, 5}, 3: {0}, 4: {0}}
KINDS = {0: {1, 2}, 1: {3}, 2: {1, 2, 3}, 4: {1, 2, 3}, 5: {4}, 6: {2}, 7: {1, 2}}
ENC = {0: (0, 0), 1: (256, 256), 2: (256, 256), 3: (113, 113), 4: (1, 1023), 5: (60, 60)}

def parse_slot(r, mode, before):
    start, s = r.at, {}
    s['kind'] = kind = r.uint(1)
    require(kind in KEMS, 'UNSUPPORTED_FORMAT')
    require(not before or kind > before[-1]['kind'])
    require(kind in KINDS[mode])
    s['kem'] = kem = r.uint(1)
    require(kem in ENC, 'UNSUPPORTED_FORMAT')
    require(kem in KEMS[kind])
    s['prf'] = r.uint(1)
    require(1 <= s['prf'] <= 3, 'UNSUPPORTED_FORMAT')
    s['id'] = r.take(8)
    require(all(s['id'] != other['id'] for other in before))
    kdf = r.uint(1)
    require(kdf in (0, 1), 'UNSUPPORTED_FORMAT')
    require(kdf == (1 if kind == 3 else 0))
    s['iter'] = r.uint(4)
    require(100_000 <= s['iter'] <= 2_000_000 if kind == 3 else s['iter'] == 0)
    size = r.uint(1)
    require(16 <= size <= 64 if kind == 3 else size == (32 if kem == 4 else 0))
    s['salt'] = r.take(size)
    size = r.uint(2)
    require(ENC[kem][0] <= size <= ENC[kem][1])
    s['enc'] = r.take(size)
    s['head'] = r.data[start:r.at]
    s['nonce'], s['wrapped'] = r.take(12), r.take(48)
    return s

def parse_envelope(data):
    require(len(data) <= 16 << 20)
    r, e = Bytes(data), {}
    require(r.take(4) == b'IDV1')
    require(r.uint(1) == 1, 'UNSUPPORTED_FORMAT')
    require(r.uint(1) == 1, 'UNSUPPORTED_FORMAT')
    e['vault'], e['scope'] = r.take(16), r.take(32)
    e['mode'] = r.uint(1)
    require(e['mode'] != 3)
    require(e['mode'] in KINDS, 'UNSUPPORTED_FORMAT')
    require(r.uint(1) <= 2, 'UNSUPPORTED_FORMAT')
    e['max'] = r.uint(1)
    require(e['max'] > 0)
    e['generation'] = r.uint(4)
    require(e['generation'] > 0)
    e['flags'] = r.uint(2)
    require(e['flags'] < 16, 'UNSUPPORTED_FORMAT')
    count, e['slots'] = r.uint(1), []
    require(count > 0)
    require(count <= 4, 'UNSUPPORTED_FORMAT')
    for _ in range(count):
        e['slots'].append(parse_slot(r, e['mode'], e['slots']))
    require(not (e['flags'] & 2 and not e['flags'] & 1))
    if e['flags'] & 8:
        require(e['mode'] in (2, 4) and all(s['kind'] != 3 for s in e['slots']))
    e['header'] = data[:r.at]
    e['nonce'], size = r.take(12), r.uint(4)
    require(size >= 20)
    e['ct'] = r.take(size)
    r.end()
    return e


# §5, §6: payload and opening
def parse_payload(data, flags=None):
    r, values = Bytes(data), []
    for _ in range(r.uint(4)):
        size = r.uint(2)
        require(1 <= size <= 1024)
        key = r.take(size)
        try:
            key.decode()
        except UnicodeDecodeError:
            raise Refused('CORRUPT') from None
        require(not values or values[-1][0] < key)
        values.append((key, r.take(r.uint(4))))
    r.end()
    if flags is not None:
        require(bool(flags & 1) == bool(values) and bool(flags & 2) == any(key == b'session' for key, _ in values))
    return values

def encode_payload(values):
    entries = (len(k).to_bytes(2, 'big') + k + len(v).to_bytes(4, 'big') + v for k, v in values)
    return len(values).to_bytes(4, 'big') + b''.join(entries)

def open_with_dek(e, dek):
    payload_key = hkdf(dek, e['vault'], b'idv1/payload')
    return parse_payload(unseal(payload_key, e['nonce'], e['ct'], e['header'], 'CORRUPT'), e['flags'])

def open_envelope(data, scope, kind, passcode, keys, secrets):
    e = parse_envelope(data)
    require(e['scope'] == scope, 'SCOPE_MISMATCH')
    slot = next((s for s in e['slots'] if s['kind'] == kind), None)
    require(slot, 'SLOT_NOT_FOUND')
    if kind == 3:
        secret = pbkdf2(normalise(passcode), slot['salt'], slot['iter'])
    else:
        secret = bytes(32) if kind == 4 else secrets.get(slot['id'].hex())
        require(secret is not None, 'KEY_MISSING')
    require(len(secret) == 32)
    key = keys.get(f"idv1.{e['vault'].hex()}.{slot['id'].hex()}.prf")
    require(key, 'KEY_MISSING')
    ikm = secret + device_function(slot['prf'], key, secret)
    kek = hkdf(ikm, e['vault'] + slot['id'], b'idv1/kek' + slot['head'])
    aad = b'idv1/slot' + e['vault'] + e['scope'] + slot['head']
    return open_with_dek(e, unseal(kek, slot['nonce'], slot['wrapped'], aad, 'AUTHENTICATION_FAILED'))


# §8, §9: anchor and loading
def slot_ids(r, most):
    count = r.uint(1)
    require(count <= most, 'UNSUPPORTED_FORMAT')
    ids = []
    for _ in range(count):
        ids.append(r.take(8))
        require(len(ids) < 2 or ids[-2] < ids[-1])
    return ids

def parse_anchor(data):
    r, a = Bytes(data), {}
    require(r.take(4) == b'IDVA')
    require(r.uint(1) == 1, 'UNSUPPORTED_FORMAT')
    a['flags'] = flags = r.uint(1)
    require(flags < 32, 'UNSUPPORTED_FORMAT')
    require(flags & 2 or not flags & 16)
    a['vault'], a['scope'] = r.take(16), r.take(32)
    for bit, entry in ((1, 'cur'), (2, 'next')):
        generation = r.uint(4)
        require(bool(flags & bit) == (generation != 0))
        require(entry == 'cur' or generation in (0, a['cur'][0] + 1))
        a[entry] = (generation, r.take(32))
        require(flags & bit or a[entry][1] == bytes(32))
    a['attempts'] = r.uint(1)
    require(a['attempts'] or not flags & 4)
    a['delay'] = r.uint(8)
    require(a['delay'] < 2**53 and (a['attempts'] or not a['delay']))
    a['keys'], a['dead'] = slot_ids(r, 8), slot_ids(r, 4)
    a['signed'] = data[:r.at]
    a['tag'] = r.take(32)
    r.end()
    require(flags & 11)
    return a

def encode_anchor(a, key):
    entries = b''.join(g.to_bytes(4, 'big') + digest for g, digest in (a['cur'], a['next']))
    ids = b''.join(bytes([len(a[n])]) + b''.join(a[n]) for n in ('keys', 'dead'))
    counters = bytes([a['attempts']]) + a['delay'].to_bytes(8, 'big')
    signed = b'IDVA\x01' + bytes([a['flags']]) + a['vault'] + a['scope'] + entries + counters + ids
    return signed + mac(key, b'idv1/anchor' + signed)

class Storage:
    def __init__(self, anchor, envelope, former=None):
        self.anchor, self.envelope, self.former, self.writes, self.destroyed = anchor, envelope, former, 0, []

    def write(self, anchor, key):
        self.anchor, self.writes = encode_anchor(anchor, key), self.writes + 1

    def erase(self, anchor, key):
        if not anchor['flags'] & 8:
            self.write({**anchor, 'flags': anchor['flags'] | 8}, key)
        self.marked, self.destroyed = self.anchor, anchor['keys']
        self.anchor = self.envelope = self.former = None

def accept(a, scope, envelope):
    require(envelope is not None, 'ROLLED_BACK')
    e = parse_envelope(envelope)
    require(e['scope'] == scope, 'SCOPE_MISMATCH')
    require(e['vault'] == a['vault'], 'ROLLED_BACK')
    found = (e['generation'], sha256(envelope))
    if found not in (a['cur'], a['next']):
        raise Refused('CORRUPT' if e['generation'] in (a['cur'][0], a['next'][0]) else 'ROLLED_BACK')
    return e, found

def load(store, scope, key, now):
    require(store.anchor is not None or store.envelope is not None, 'NOT_FOUND')
    require(store.anchor is not None, 'ROLLED_BACK')
    a = parse_anchor(store.anchor)
    require(key, 'KEY_MISSING')
    require(hmac.compare_digest(a['tag'], mac(key, b'idv1/anchor' + a['signed'])))
    require(a['scope'] == scope, 'SCOPE_MISMATCH')
    if a['flags'] & 8 or store.envelope is None and not a['flags'] & 1:
        store.erase(a, key)
        raise Refused('NOT_FOUND')
    try:
        e, accepted = accept(a, scope, store.envelope)
    except Refused as refused:
        try:
            e, accepted = accept(a, scope, store.former)
        except Refused:
            raise refused from None
        store.envelope = store.former
    slots = [s['id'] for s in e['slots']]
    if a['flags'] & 2:
        if a['flags'] & 16 and accepted == a['next']:
            a.update(attempts=0, delay=0, flags=a['flags'] & ~4)
        a.update(cur=accepted, next=(0, bytes(32)), flags=a['flags'] & ~18 | 1)
        a.update(dead=[i for i in a['dead'] if i in slots])
        store.write(a, key)
    if a['flags'] & 4:
        last = e['flags'] & 4 and a['attempts'] >= e['max']
        a.update(flags=a['flags'] & ~4 | (8 if last else 0), delay=now)
        store.write(a, key)
        if last:
            store.erase(a, key)
            raise Refused('TOO_MANY_ATTEMPTS')
    unused = [i for i in a['keys'] if i not in slots]
    if unused:
        store.destroyed += unused
        a.update(keys=[i for i in a['keys'] if i in slots])
        store.write(a, key)
    return e, a


# §11: may a passcode be tried now?
DELAYS = [0, 0, 0, 5_000, 30_000, 120_000, 600_000, 3_600_000]

def begin_attempt(now, attempts, start, most, wipes):
    """The attempts that the anchor counts from now on."""
    require(not wipes or attempts < most, 'TOO_MANY_ATTEMPTS')
    delay = DELAYS[min(attempts, 7)]
    if delay and now < start + delay:
        start = min(start, now)  # the clock went backwards: from the beginning
        raise Refused('ATTEMPT_DELAYED', wait=start + delay - now, delayStart=start)
    return min(attempts + 1, 255)


# The vectors
def edited(data, edits):
    for edit in edits:
        op = edit['op']
        if op == 'append':
            data += unhex(edit['byte']) * edit['count']
            continue
        at, h = edit['at'], unhex(edit['hex'])
        if op == 'xor':
            data = data[:at] + bytes(a ^ b for a, b in zip(data[at:at + len(h)], h, strict=True)) + data[at + len(h):]
        elif op == 'replace':
            data = data[:at] + h + data[at + edit.get('length', len(data)):]
        else:
            raise ValueError(f'unknown edit {op}')
    return data

def known_answer(c, bases):
    f = {k: unhex(v) for k, v in c.items() if isinstance(v, str) and k not in ('id', 'why', 'primitive', 'source')}
    output = {
        'SHA-256': lambda: sha256(f['input']),
        'HMAC-SHA-256': lambda: mac(f['key'], f['input']),
        'HKDF-SHA-256': lambda: hkdf(f['secret'], f['salt'], f['info'], c['length']),
        'X9.63-KDF-SHA-256': lambda: x963(f['secret'], f['info'], c['length']),
        'PBKDF2-HMAC-SHA-256': lambda: pbkdf2(f['password'], f['salt'], c['iterations'], c['length']),
        'AES-256-GCM': lambda: AESGCM(f['key']).encrypt(f['nonce'], f['plaintext'], f['aad']),
        'ECDH-P-256': lambda: ecdh(f['scalar'], number(f['pointX']), number(f['pointY'])),
    }[c['primitive']]()
    return {'output': output.hex()}

def device_function_case(c, bases):
    if c['prf'] == 2:
        public = ec.derive_private_key(int(c['key'], 16), ec.SECP256R1()).public_key().public_numbers()
        got = hash_to_curve(unhex(c['input']))[:2] + (public.x, public.y)
        assert got == (c['candidate'], *(int(c[n], 16) for n in ('pointX', 'publicX', 'publicY'))), got
    return {'output': device_function(c['prf'], unhex(c['key']), unhex(c['input'])).hex()}

def scope_case(c, bases):
    name = from_utf16(unhex(c['vaultNameUtf16'])) if 'vaultNameUtf16' in c else c.get('vaultName')
    if 'key' in c:
        hashed = scope_input(c['appId'], c['key'], '', b'idv1/scope5')
    else:
        hashed = scope_input(c['appId'], name, c['username'])
    return {'input': hashed.hex(), 'scope': sha256(hashed).hex()}

def texts(values):
    return {'values': [[k.decode(), v.decode()] for k, v in values]}

def payload_case(c, bases):
    values = parse_payload(unhex(c['hex']))
    assert encode_payload(values).hex() == c['hex'], 'encoding again gives other bytes'
    return texts(values)

def compose(c):
    header, dek, nonce = (unhex(c[n]) for n in ('header', 'dek', 'payloadNonce'))
    values = [(c['key'].encode(), unhex(c['byte']) * c['length'])]
    sealed = AESGCM(hkdf(dek, header[6:22], b'idv1/payload')).encrypt(nonce, encode_payload(values), header)
    envelope = header + nonce + len(sealed).to_bytes(4, 'big') + sealed
    assert open_with_dek(parse_envelope(envelope), dek) == values, 'opened to something else'
    return {'sha256': sha256(envelope).hex()}

def each_length(data, c, run):
    """All results of a truncated case are the same, or it has failed."""
    first, last = c['truncate']
    codes = set()
    for length in range(first, last + 1):
        try:
            run(data[:length])
            codes.add('accepted')
        except Refused as refused:
            codes.add(str(refused))
    assert len(codes) == 1, codes
    raise Refused(codes.pop())

def kem_case(c, bases):
    return {'secret': kem_secret(c['kem'], unhex(bases[c['base']]['key']), unhex(c['enc'])).hex()}

def attempt_case(c, bases):
    return {'attempts': begin_attempt(c['now'], c['attempts'], c['delayStart'], c['maxAttempts'], c['wipeAtMax'])}

def envelope_case(c, bases):
    if c['level'] == 'compose':
        return compose(c['compose'])
    base = bases[c['base']] if 'base' in c else {}
    data = edited(unhex(c['hex'] if 'hex' in c else base['hex']), c.get('edits', []))
    if c['level'] == 'parse':
        each_length(data, c, parse_envelope) if 'truncate' in c else parse_envelope(data)
        return {}
    slots, vault = base.get('slots', []), base.get('hex', '')[12:44]
    keys = {f"idv1.{vault}.{s['slotId']}.prf": s['prfKey'] for s in slots} | c.get('keys', {})
    secrets = {s['slotId']: s['secret'] for s in slots if 'secret' in s} | c.get('secrets', {})
    keys = {name: unhex(key) for name, key in keys.items() if name not in c.get('missingKeys', [])}
    secrets = {slot: unhex(secret) for slot, secret in secrets.items()}
    what = {**base, **c}
    return texts(open_envelope(data, unhex(what['scope']), what['kind'], what.get('passcode'), keys, secrets))

def anchor_case(c, bases):
    base, anchor = bases[c['base']], c.get('anchor', bases[c['base']]['hex'])
    anchor = None if anchor is None else edited(unhex(anchor), c.get('edits', []))
    if c['level'] == 'parse':
        each_length(anchor, c, parse_anchor) if 'truncate' in c else parse_anchor(anchor)
        return {}
    envelope = bases[c['envelope']]['hex'] if 'envelope' in c else c.get('envelopeHex')
    former = unhex(bases[c['former']]['hex']) if 'former' in c else None
    store = Storage(anchor, None if envelope is None else unhex(envelope), former)
    scope, key = unhex(base['scope']), unhex(c.get('anchorKey', base['anchorKey']) or '')
    try:
        e, a = load(store, scope, key, now=1_000_000)
    except Refused as refused:
        gone = str(refused) in ('NOT_FOUND', 'TOO_MANY_ATTEMPTS')
        assert (store.anchor, store.envelope, store.former) == (None, None, None) if gone else store.writes == 0, 'storage afterwards'
        if gone and anchor is not None:
            ids = [i.hex() for i in store.destroyed]
            refused.details = {'anchor': store.marked.hex(), 'writes': store.writes, 'destroyed': ids}
        raise
    writes = store.writes
    assert parse_envelope(store.envelope)['generation'] == e['generation'], 'another envelope is stored'
    assert load(store, scope, key, now=2)[0] == e and store.writes == writes, 'loading again repairs again'
    lists = {'destroyed': store.destroyed, 'dead': a['dead']}
    return {'generation': e['generation'], 'anchor': store.anchor.hex(), 'writes': writes, 'attempts': a['attempts'],
            **{name: [i.hex() for i in ids] for name, ids in lists.items()}}

def passcode_case(c, bases):
    return {'utf8': normalise(from_utf16(unhex(c['utf16'])), c['setting']).hex()}

# file: how to run a case, its fields beside id, why and expect (by level where there are levels), the fields of a base
OPEN = 'level base hex edits kind passcode scope keys missingKeys secrets'
FILES = {
    'known-answers': (known_answer, 'primitive source input key secret salt info length password iterations nonce aad '
                      'plaintext scalar pointX pointY', ''),
    'device-function': (device_function_case, 'prf key input candidate pointX publicX publicY', ''),
    'passcodes': (passcode_case, 'utf16 setting', ''),
    'scopes': (scope_case, 'appId vaultName vaultNameUtf16 username key', ''),
    'payloads': (payload_case, 'hex', ''),
    'kems': (kem_case, 'base kem enc', 'name key'),
    'attempts': (attempt_case, 'now attempts delayStart maxAttempts wipeAtMax', ''),
    'envelopes': (envelope_case, {'parse': 'level base hex edits truncate', 'open': OPEN, 'compose': 'level compose'},
                  'name why hex scope passcode kind slots dek values'),
    'anchors': (anchor_case, {'parse': 'level base anchor edits truncate',
                              'load': 'level base anchor edits envelope envelopeHex former anchorKey'}, 'name hex scope anchorKey'),
    'state-machine': (run_trace, 'settings steps', ''),
}

def run_case(c, run, fields, bases):
    if isinstance(fields, dict):
        fields = fields[c['level']]
    unknown = set(c) - set(fields.split()) - {'id', 'why', 'expect'}
    assert not unknown, f'unknown fields {unknown}'
    if run is run_trace:
        return run(c)
    expect = c['expect']
    try:
        got = run(c, bases)
    except Refused as refused:
        got = {'error': str(refused), **refused.details}
    if 'generation' in expect:
        expect = {'attempts': 0, 'destroyed': [], 'dead': [], **expect}
    assert got == expect, f'expected {expect}, got {got}'
    return None

def run_file(path):
    document, failures = json.loads(path.read_text('utf-8')), []
    run, fields, base_fields = FILES.get(path.stem, (None, '', ''))
    bases = {b['name']: b for b in document.get('bases', [])}
    for c in document['cases']:
        try:
            assert run, 'a file that no runner knows'
            assert document['format'] == FORMAT and set(document) <= {'format', 'about', 'bases', 'cases'}, 'another format'
            assert all(set(b) <= set(base_fields.split()) for b in bases.values()), 'unknown fields of a base'
            run_case(c, run, fields, bases)
        except Exception as error:  # any other end of a case is a failure of that case too
            failures.append(f"{path.stem} {c.get('id')}: {type(error).__name__} {error}"[:500])
    if path.stem == 'scopes':
        scopes = [c['expect']['scope'] for c in document['cases'] if 'scope' in c['expect']]
        if len(scopes) != len(set(scopes)):
            failures.append('scopes: two are equal')
    return len(document['cases']), failures

# A reader has nothing to do with these: writers follow the first, and the second is no part of the format (BRIDGE.md).
FOR_OTHERS = {'operations', 'auth-addresses'}


def main():
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent
    present = {path.stem: path for path in sorted(folder.glob('*.json'))}
    passed = failed = 0
    for name in [*FILES, *(set(present) - set(FILES) - FOR_OTHERS)]:
        count, failures = run_file(present[name]) if name in present else (1, [f'{name}: no such file'])
        for failure in failures:
            print(f'  {failure}')
        print(f'{name}: {count - len(failures)} passed, {len(failures)} failed')
        passed, failed = passed + count - len(failures), failed + len(failures)
    print(f'{passed} passed, {failed} failed')
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main())
