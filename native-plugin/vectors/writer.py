"""A writer of IDV1 in Python, written from ../FORMAT.md and README.md alone: it shows that the text is enough.

python3 writer.py [folder]    runs every case of operations.json with each of its `killed` endings; needs `cryptography`.
"""
import functools, json, sys
from pathlib import Path
sys.dont_write_bytecode = True  # leave nothing beside the vectors
import reader
from reader import (AESGCM, FORMAT, Refused, accept, begin_attempt, encode_anchor, encode_payload, hkdf, mac, normalise,
                    open_with_dek, parse_anchor, parse_envelope, require, sha256, texts, unhex, unseal)

HAS_CUR, HAS_NEXT, PENDING, ERASING, NEXT_RESETS = 1, 2, 4, 8, 16  # §8
WIPE_AT_MAX, SETUP_NEEDED = 4, 8  # §4.2
BIOMETRIC, PASSCODE, DEVICE, WIPE, IGNORE = 1, 3, 4, 1, 2  # kinds and enrolments of §2
WEB_AUTHN = 4  # a kem of §2
MOST_KEYS, LAST_GENERATION, LEASE, ITERATIONS = 8, 2**32 - 1, 10_000, 100_000
NOTHING = {'cur': (0, bytes(32)), 'next': (0, bytes(32)), 'flags': 0, 'attempts': 0, 'delay': 0, 'keys': [], 'dead': []}
# README: id, bytes of enc, bytes of salt, and whether it can be encrypted to without a prompt
KEMS = {'rsa': (1, 256, 0, True), 'ecies': (3, 113, 0, True), 'aes': (5, 60, 0, False), 'prf': (4, 20, 32, False)}
pbkdf2 = functools.lru_cache(None)(reader.pbkdf2)


class Killed(Exception):
    """The process ends before this effect."""


def u32(value):
    return value.to_bytes(4, 'big')

# README: what is random is what anybody can compute
def fake(label, *parts):
    return sha256(b'idv1-vectors/' + label.encode() + b''.join(p.encode() if isinstance(p, str) else p for p in parts))

def blocks(size, *what):
    return b''.join(fake(*what, u32(n)) for n in range(-(-size // 32)))[:size]

class Stream:
    def __init__(self, *what):
        self.what, self.at = what, 0
    def take(self, size):
        self.at += size
        return blocks(self.at, *self.what)[self.at - size:]


class Device:
    """What a device holds. Every change of it is an effect, and so is the answer of a key."""
    def __init__(self, kem, joint):
        self.kem, self.joint = KEMS[kem], joint
        self.keys, self.kem_keys = set(), {}  # names; and by name [secrets given, survivesEnrolment]
        self.anchors, self.envelope, self.former = [None], None, None  # all anchors so far: the last ones may be lost
    def begin(self, sticks, evaluations, last):
        self.sticks, self.evaluations, self.last, self.effects = sticks, evaluations, last, []
    def effect(self, kind, **fields):
        if len(self.effects) == self.last:
            raise Killed
        self.effects.append({'effect': kind, **{n: v.hex() if isinstance(v, bytes) else v for n, v in fields.items()}})
    def put_anchor(self, anchor):
        self.effect('anchor', hex=anchor)
        self.anchors.append(anchor)
    def put_envelope(self, envelope):
        self.effect('envelope', hex=envelope)
        self.envelope = envelope
    def put_both(self, anchor, envelope):
        self.effect('both', anchor=anchor, envelope=envelope)
        self.anchors, self.envelope = [*self.anchors, anchor], envelope
    def keep_former(self):
        self.effect('keepFormer')
        self.former = self.envelope
    def restore_former(self):
        self.effect('restoreFormer')
        self.envelope = self.former
    def remove_all(self):  # §10.3, 3 and 4
        for name in ('former', 'envelope'):
            if getattr(self, name) is not None:
                self.effect('remove' + name.capitalize())
                setattr(self, name, None)
        if self.anchors[-1] is not None:
            self.effect('removeAnchor')
            self.anchors.append(None)
    def create_key(self, name):
        self.effect('createKey', name=name)
        self.keys.add(name)
    def create_kem_key(self, name, survives):
        self.effect('createKemKey', name=name, survivesEnrolment=survives)
        self.kem_keys[name] = [0, survives]
        return self.next_secret(name)
    def encapsulate(self, name):
        require(name in self.kem_keys, 'KEY_MISSING')
        self.effect('encapsulate', name=name)
        return self.next_secret(name)
    def next_secret(self, name):
        self.kem_keys[name][0] += 1
        return self.secret_and_enc(name, self.kem_keys[name][0] - 1)
    def secret_and_enc(self, name, k):
        return fake('secret', name, bytes([k])), blocks(self.kem[1], 'enc', name, bytes([k]))
    def decapsulate(self, name, enc):
        require(name in self.kem_keys, 'KEY_MISSING')
        self.effect('decapsulate', name=name, enc=enc)
        given = (self.secret_and_enc(name, k) for k in range(self.kem_keys[name][0]))
        secret = next((s for s, its in given if its == enc), None)
        require(secret, 'AUTHENTICATION_FAILED')
        return secret
    def evaluate(self, name, x):  # §6.2, prf 1
        require(name in self.keys, 'KEY_MISSING')
        if self.evaluations:
            self.effect('evaluate', name=name, input=x)
        return mac(fake('key', name), x)
    def destroy(self, name):
        """Whether the key is gone afterwards; one that is not there is (§10.3)."""
        there = name in self.keys or name in self.kem_keys
        if there and not self.sticks:
            self.effect('destroyKey' if name in self.keys else 'destroyKemKey', name=name)
            self.keys.discard(name)
            self.kem_keys.pop(name, None)
        return not there or not self.sticks
    def enrol(self):
        self.kem_keys = {name: key for name, key in self.kem_keys.items() if key[1]}
    def lose_keys(self):
        self.keys = {name for name in self.keys if not name.endswith('.prf')}
    def store(self, anchor, envelope, keys):
        self.anchors.append(bytes.fromhex(anchor))
        self.envelope = bytes.fromhex(envelope)
        self.keys.update(keys)
    def lose_anchor_writes(self, count):
        assert 0 < count < len(self.anchors), 'so many were not made'
        del self.anchors[-count:]


# §4, §5: to bytes
def slot_head(kind, kem, slot_id, salt, enc):
    kdf, iterations = (1, ITERATIONS) if kind == PASSCODE else (0, 0)
    head = bytes([kind, kem, 1]) + slot_id + bytes([kdf]) + u32(iterations)
    return head + bytes([len(salt)]) + salt + len(enc).to_bytes(2, 'big') + enc

def seal_envelope(vault, scope, generation, policy, slots, values, dek, nonce):
    flags = bool(values) + 2 * any(key == b'session' for key, _ in values)
    flags += WIPE_AT_MAX * policy['wipeAtMax'] + SETUP_NEEDED * policy['passcodeSetupNeeded']
    header = b'IDV1\x01\x01' + vault + scope + bytes(policy[n] for n in ('mode', 'enrolment', 'maxAttempts'))
    header += u32(generation) + flags.to_bytes(2, 'big') + bytes([len(slots)])
    header += b''.join(s['head'] + s['nonce'] + s['wrapped'] for s in slots)
    ct = AESGCM(hkdf(dek, vault, b'idv1/payload')).encrypt(nonce, encode_payload(values), header)
    envelope = header + nonce + u32(len(ct)) + ct
    require(len(envelope) <= 16 << 20, 'LIMIT_EXCEEDED')
    parse_envelope(envelope)  # what is written can be read
    return envelope

def policy_of(e):
    return {'mode': e['mode'], 'enrolment': e['header'][55], 'maxAttempts': e['max'],
            'wipeAtMax': bool(e['flags'] & WIPE_AT_MAX), 'passcodeSetupNeeded': bool(e['flags'] & SETUP_NEEDED)}

def changed(values, changes):
    result = dict(values)
    for key, value in ((key.encode(), value) for key, value in changes):
        require(1 <= len(key) <= 1024, 'INVALID_ARGUMENT')
        result.pop(key, None)
        if value is not None:
            result[key] = value.encode()
    return sorted(result.items())

def check_passcodes(slots):  # §7, before anything is made
    for slot in slots:
        if slot['kind'] == PASSCODE:
            normalise(slot['passcode'], setting=True)

def is_stricter(policy, e):  # §10.1 step 2
    return policy['maxAttempts'] < e['max'] or policy['wipeAtMax'] and not e['flags'] & WIPE_AT_MAX

def wrapped_keys(slots):
    return {s['wrapped'] for s in slots}

def slot_of(e, kind):
    return next((s for s in e['slots'] if s['kind'] == kind), None)


class Process:
    """A process that uses the vault: what it holds in memory, and its operations, each a method named like its `op`."""
    def __init__(self, device, scope):
        self.device, self.scope, self.lease = device, scope, None
        self.anchor_key = f'idv1.{scope.hex()}.anchor'  # §17
        self.drop()
    def begin(self, now, random):
        self.now, self.random = now, random
        deadline = self.lease and self.lease['deadline']
        if deadline is not None and not deadline - LEASE <= now < deadline:  # §15.2, judge 2
            self.lease = self.lease_dek = None
    def drop(self):
        """What is held while unlocked: the data key, the `wrapped` that it came from, and KEKs by slotHead (§12)."""
        self.dek, self.wrapped, self.keks, self.lease_dek = None, None, {}, None
    def forget(self):
        self.lease = None
        self.drop()
    def encoded(self, a):
        return encode_anchor(a, fake('key', self.anchor_key))
    def write_anchor(self, a):
        self.device.put_anchor(self.encoded(a))

    # §9
    def trusted_anchor(self):  # 4 to 6
        a = parse_anchor(self.device.anchors[-1])
        require(self.anchor_key in self.device.keys, 'KEY_MISSING')
        require(a['tag'] == mac(fake('key', self.anchor_key), b'idv1/anchor' + a['signed']))
        require(a['scope'] == self.scope, 'SCOPE_MISMATCH')
        return a
    def find(self):  # 2 to 12, with the former envelope
        d = self.device
        require(d.anchors[-1] is not None or d.envelope is not None, 'NOT_FOUND')
        require(d.anchors[-1] is not None, 'ROLLED_BACK')
        a = self.trusted_anchor()
        if a['flags'] & ERASING or d.envelope is None and not a['flags'] & HAS_CUR:
            self.erase_from(a)
            raise Refused('NOT_FOUND')
        try:
            return (*accept(a, self.scope, d.envelope), a)
        except Refused as refused:
            try:
                found = (*accept(a, self.scope, d.former), a)
            except Refused:
                raise refused from None
        d.restore_former()
        return found
    def repair(self, e, accepted, a):  # a to c
        slots = [s['id'] for s in e['slots']]
        if a['flags'] & HAS_NEXT:
            if a['flags'] & NEXT_RESETS and accepted == a['next']:
                a.update(attempts=0, delay=0, flags=a['flags'] & ~PENDING)
            a.update(cur=accepted, next=NOTHING['next'], flags=a['flags'] & ~(HAS_NEXT | NEXT_RESETS) | HAS_CUR,
                     dead=[i for i in a['dead'] if i in slots])
            self.write_anchor(a)
        if a['flags'] & PENDING:
            self.count_failure(e, a)
        self.destroy_unused(a, slots)
    def count_failure(self, e, a):  # b; §11.1 step 5
        last = e['flags'] & WIPE_AT_MAX and a['attempts'] >= e['max']
        a.update(flags=a['flags'] & ~PENDING | (ERASING if last else 0), delay=self.now)
        self.write_anchor(a)
        if last:
            self.erase_from(a)
            raise Refused('TOO_MANY_ATTEMPTS')
    def destroy_unused(self, a, slots):  # c; §10.1 step 5
        gone = [i for i in a['keys'] if i not in slots and self.destroy_slot(a['vault'], i)]
        if gone:
            a.update(keys=[i for i in a['keys'] if i not in gone])
            self.write_anchor(a)
    def destroy_slot(self, vault, slot_id):  # §10.3: the key of F first
        return all([self.device.destroy(self.key_name(vault, slot_id, what)) for what in ('prf', 'kem')])
    def loaded(self):
        try:
            e, accepted, a = self.find()
            self.repair(e, accepted, a)
        except Refused:  # damaged (§15.3)
            self.forget()
            raise
        if self.dek and self.wrapped != wrapped_keys(e['slots']):  # §12: the data key is stale
            self.lock()
        return e, a

    # §10
    def erase_from(self, a):
        """§10.3 from step 1, or from 2 if it had begun. a: an anchor that passed §9, 4 to 6, or None."""
        if a and not a['flags'] & ERASING:
            self.write_anchor({**a, 'flags': a['flags'] | ERASING})
        for slot_id in a['keys'] if a else []:
            self.destroy_slot(a['vault'], slot_id)
        self.device.remove_all()
        self.device.destroy(self.anchor_key)
        self.forget()
    def erase_what_is_there(self):
        try:
            a = self.trusted_anchor() if self.device.anchors[-1] else None
        except Refused:
            a = None
        self.erase_from(a)
    def need_room(self, a, more):
        require(a['cur'][0] < LAST_GENERATION, 'LIMIT_EXCEEDED')
        require(len(a['keys']) + more <= MOST_KEYS, 'TEMPORARILY_UNAVAILABLE')
    def commit(self, a, policy, slots, values, dek, resets):  # §10.1
        slots, generation = sorted(slots, key=lambda s: s['head'][0]), a['cur'][0] + 1
        envelope = seal_envelope(a['vault'], self.scope, generation, policy, slots, values, dek, self.random.take(12))
        ids, entry = [s['id'] for s in slots], (generation, sha256(envelope))
        a = {**a, 'keys': sorted({*a['keys'], *ids})}
        settled = {**a, 'cur': entry, 'flags': a['flags'] | HAS_CUR, 'dead': [i for i in a['dead'] if i in ids]}
        if resets:
            settled.update(attempts=0, delay=0)
        if self.device.joint:
            self.device.put_both(self.encoded(settled), envelope)
        else:
            self.write_anchor({**a, 'next': entry, 'flags': a['flags'] | HAS_NEXT | (NEXT_RESETS if resets else 0)})
            if generation > 1:
                self.device.keep_former()
            self.device.put_envelope(envelope)
            self.write_anchor(settled)
        self.destroy_unused(settled, ids)

    # §6, §12: slots and keys
    def key_name(self, vault, slot_id, what):
        return f'idv1.{vault.hex()}.{slot_id.hex()}.{what}'  # §17
    def has_kem_key(self, vault, slot):
        return self.key_name(vault, slot['id'], 'kem') in self.device.kem_keys
    def kek(self, vault, head, secret):
        ikm = secret + self.device.evaluate(self.key_name(vault, head[3:11], 'prf'), secret)
        return hkdf(ikm, vault + head[3:11], b'idv1/kek' + head)
    def slot_aad(self, vault, head):
        return b'idv1/slot' + vault + self.scope + head
    def wrap(self, vault, head, kek, dek, nonce):
        wrapped = AESGCM(kek).encrypt(nonce, dek, self.slot_aad(vault, head))
        return {'id': head[3:11], 'head': head, 'nonce': nonce, 'wrapped': wrapped, 'kek': kek}
    def make_slot(self, vault, policy, dek, kind, passcode=None):
        kem, _, salt_size, _ = self.device.kem if kind < PASSCODE else (0, 0, 32 if kind == PASSCODE else 0, None)
        slot_id, salt, nonce = (self.random.take(size) for size in (8, salt_size, 12))
        self.device.create_key(self.key_name(vault, slot_id, 'prf'))
        secret, enc = bytes(32), b''
        if kind < PASSCODE:
            kem_key = self.key_name(vault, slot_id, 'kem')
            survives = policy['enrolment'] == IGNORE or kind != BIOMETRIC or kem == WEB_AUTHN
            secret, enc = self.device.create_kem_key(kem_key, survives)
        elif kind == PASSCODE:
            secret = pbkdf2(normalise(passcode, setting=True), salt, ITERATIONS)
        head = slot_head(kind, kem, slot_id, salt, enc)
        return self.wrap(vault, head, self.kek(vault, head, secret), dek, nonce)
    def can_rewrap(self, vault, slot):
        if slot['kem'] in (1, 2, 3):
            return self.has_kem_key(vault, slot)
        if slot['kem'] == WEB_AUTHN and not self.keks.get(slot['head']):  # asked once, after all others
            secret = self.device.decapsulate(self.key_name(vault, slot['id'], 'kem'), slot['enc'])
            self.keks[slot['head']] = self.kek(vault, slot['head'], secret)
        return slot['kind'] == DEVICE or bool(self.keks.get(slot['head']))
    def rewrap(self, vault, slot, dek):
        nonce, head = self.random.take(12), slot['head']
        if slot['kem'] in (1, 2, 3):
            secret, enc = self.device.encapsulate(self.key_name(vault, slot['id'], 'kem'))
            head = slot_head(slot['kind'], slot['kem'], slot['id'], slot['salt'], enc)
            kek = self.kek(vault, head, secret)
        else:
            kek = self.kek(vault, head, bytes(32)) if slot['kind'] == DEVICE else self.keks[head]
        return self.wrap(vault, head, kek, dek, nonce)
    def replace_slots(self, e, a, policy, kept, create):  # §12
        vault, values, dek = e['vault'], open_with_dek(e, self.dek), self.dek
        self.need_room(a, len(create))
        if all(self.can_rewrap(vault, s) for s in reversed(kept)):
            dek = self.random.take(32)
            kept = [self.rewrap(vault, s, dek) for s in reversed(kept)]
        else:
            require(not create, 'POLICY_NOT_MET')  # README: the data key can not be read
        slots = kept + [self.make_slot(vault, policy, dek, **slot) for slot in create]
        new_passcode = any(slot['kind'] == PASSCODE for slot in create)
        self.commit(a, policy, slots, values, dek, resets=new_passcode or is_stricter(policy, e))
        self.hold(dek, slots)
    def hold(self, dek, slots):
        """README: a slot that is opened or made is held. One that keeps its bytes is held if it was."""
        self.dek, self.wrapped = dek, wrapped_keys(slots)
        self.keks = {s['head']: s.get('kek', self.keks.get(s['head'])) for s in slots}
    def open_slot(self, e, slot, secret):  # §6.4, 5 and 6
        vault, head = e['vault'], slot['head']
        kek = self.kek(vault, head, secret)
        dek = unseal(kek, slot['nonce'], slot['wrapped'], self.slot_aad(vault, head), 'AUTHENTICATION_FAILED')
        self.hold(dek, e['slots'])
        self.keks[head] = kek
    def need_unlocked(self, e):
        """A vault with a device slot never locks: its key is made again when it is needed (§13)."""
        if not self.dek:
            slot = slot_of(e, DEVICE)
            require(slot, 'LOCKED')
            self.open_slot(e, slot, bytes(32))

    # §11
    def attempt(self, e, a, slot, passcode):  # §11.1, 3 to 6
        password = normalise(passcode)
        require(self.key_name(e['vault'], slot['id'], 'prf') in self.device.keys, 'KEY_MISSING')
        try:
            counted = begin_attempt(self.now, a['attempts'], a['delay'], e['max'], e['flags'] & WIPE_AT_MAX)
        except Refused as refused:
            if str(refused) == 'TOO_MANY_ATTEMPTS':
                self.erase_from(a)
            elif refused.details['delayStart'] != a['delay']:  # §11.2
                self.write_anchor({**a, 'delay': refused.details['delayStart']})
            raise
        a.update(attempts=counted, flags=a['flags'] | PENDING)
        self.write_anchor(a)
        try:
            self.open_slot(e, slot, pbkdf2(password, slot['salt'], slot['iter']))
        except Refused:
            self.count_failure(e, a)
            raise
        a.update(attempts=0, delay=0, flags=a['flags'] & ~PENDING)
        self.write_anchor(a)
    def kem_secret(self, e, a, slot):  # §6.1, §11.4
        if not self.has_kem_key(e['vault'], slot) and self.key_name(e['vault'], slot['id'], 'prf') in self.device.keys:
            if policy_of(e)['enrolment'] == WIPE:
                self.erase_from(a)
            else:
                self.write_anchor({**a, 'dead': sorted([*a['dead'], slot['id']])})
            raise Refused('KEY_INVALIDATED')
        return self.device.decapsulate(self.key_name(e['vault'], slot['id'], 'kem'), slot['enc'])
    def replace_dead(self, e, a):  # §11.4
        kept = [s for s in e['slots'] if s['id'] not in a['dead']]
        if len(kept) == len(e['slots']):
            return
        create = [{'kind': s['kind']} for s in e['slots'] if s not in kept and self.device.kem[3]]
        has_room = len(a['keys']) + len(create) <= MOST_KEYS
        if create and not (has_room and all(self.can_rewrap(e['vault'], s) for s in kept)):
            return  # it stays dead
        self.replace_slots(e, a, policy_of(e), kept, create)

    # the operations of README
    def create(self, policy, slots, values):  # §10.2
        check_passcodes(slots)
        try:
            _, a = self.loaded()
            self.need_room(a, len(slots))
        except Refused as refused:
            if str(refused) == 'TEMPORARILY_UNAVAILABLE':
                raise
            if str(refused) not in ('NOT_FOUND', 'TOO_MANY_ATTEMPTS'):  # there: unreadable, or of the last generation
                self.erase_what_is_there()
            a = {**NOTHING, 'vault': self.random.take(16), 'scope': self.scope}
        self.forget()
        if self.anchor_key not in self.device.keys:
            self.device.create_key(self.anchor_key)
        dek = self.random.take(32)
        made = [self.make_slot(a['vault'], policy, dek, **slot) for slot in slots]
        # §10.1 step 2 names a new passcode slot, and a vault that replaces another; the vectors reset at every create
        self.commit(a, policy, made, changed([], values), dek, resets=True)
        self.hold(dek, made)
        return {}
    def load(self):
        e, a = self.loaded()
        return {'generation': e['generation'], 'attempts': a['attempts'], 'dead': [i.hex() for i in a['dead']]}
    restart = load
    def unlock(self, kind, passcode=None):  # §11.1
        e, a = self.loaded()
        if not self.dek:
            slot = slot_of(e, kind)
            require(slot, 'SLOT_NOT_FOUND')
            require(slot['id'] not in a['dead'], 'KEY_INVALIDATED')
            if kind == PASSCODE:
                self.attempt(e, a, slot, passcode)
            else:
                self.open_slot(e, slot, bytes(32) if kind == DEVICE else self.kem_secret(e, a, slot))
            open_with_dek(e, self.dek)
            self.lease = self.lease and {**self.lease, 'deadline': None}
            self.replace_dead(e, a)
        return texts(open_with_dek(parse_envelope(self.device.envelope), self.dek))
    def write(self, changes, **policy):  # §12: data key and slots stay
        e, a = self.loaded()
        self.need_unlocked(e)
        return self.write_values(e, a, self.dek, changes, {**policy_of(e), **policy})
    def write_values(self, e, a, dek, changes, policy):
        self.need_room(a, 0)
        values = changed(open_with_dek(e, dek), changes)
        self.commit(a, policy, e['slots'], values, dek, resets=is_stricter(policy, e))
        return {}
    def rekey(self, policy, keep, create):  # §12
        check_passcodes(create)
        e, a = self.loaded()
        self.need_unlocked(e)
        kept = [s for s in e['slots'] if s['kind'] in keep]
        other = (policy['enrolment'] == IGNORE) != (policy_of(e)['enrolment'] == IGNORE)
        anew = [s for s in kept if s['kem'] and s['id'] in a['dead']
                or other and s['kind'] == BIOMETRIC and s['kem'] != 4]
        kept, create = [s for s in kept if s not in anew], create + [{'kind': s['kind']} for s in anew]
        self.replace_slots(e, a, policy, kept, create)
        self.lease = None  # §15.3, created
        return {}
    def erase(self):
        try:
            self.loaded()
        except Refused as refused:
            if str(refused) in ('NOT_FOUND', 'TOO_MANY_ATTEMPTS'):
                return {}
        self.erase_what_is_there()
        return {}
    def lock(self):  # §15.2, §13
        kept = self.dek or self.lease_dek
        if self.lease and self.dek:
            self.lease['deadline'] = self.now + LEASE
        self.drop()
        self.lease_dek = kept if self.lease else None
        return {}
    def leaseBegin(self, id, names):
        e, _ = self.loaded()
        self.need_unlocked(e)
        require(not self.lease, 'CONFLICT')
        self.lease = {'id': id, 'names': names, 'deadline': None, 'wrapped': wrapped_keys(e['slots']),
                      'stored': self.stored(e, self.dek, names)}
        return {}
    def stored(self, e, dek, names):
        """§13: what a lease depends on."""
        values = dict(open_with_dek(e, dek))
        return [key in values and sha256(values[key]) for key in (name.encode() for name in names)]
    def leaseWrite(self, id, changes):
        e, a = self.loaded()
        require(self.lease and self.lease['id'] == id, 'LOCKED')
        lease, dek = self.lease, self.dek or self.lease_dek
        self.lease = self.lease_dek = None  # used up
        require(all(name in lease['names'] for name, _ in changes), 'INVALID_ARGUMENT')
        require(lease['wrapped'] == wrapped_keys(e['slots']), 'CONFLICT')
        require(lease['stored'] == self.stored(e, dek, lease['names']), 'CONFLICT')
        return self.write_values(e, a, dek, changes, policy_of(e))


# The vectors: the fields of each operation, of a slot and of a policy
OPERATIONS = {
    'create': 'policy slots values', 'unlock': 'kind passcode', 'write': 'changes maxAttempts wipeAtMax',
    'rekey': 'policy keep create', 'leaseBegin': 'id names', 'leaseWrite': 'id changes', 'loseAnchorWrites': 'count', 'store': 'anchor envelope keys',
    'load': '', 'restart': '', 'erase': '', 'lock': '', 'enrol': '', 'loseKeys': '',
}
SLOT, POLICY = 'kind passcode', 'mode enrolment maxAttempts wipeAtMax passcodeSetupNeeded'

def know(fields, names):
    assert set(fields) <= set(names.split()), f'unknown fields {set(fields) - set(names.split())}'

def arguments(step):
    know(step, 'op now expect effects keysStick ' + OPERATIONS[step['op']])
    know(step.get('policy', {}), POLICY)
    for slot in step.get('slots', []) + step.get('create', []):
        know(slot, SLOT)
    return {name: step[name] for name in OPERATIONS[step['op']].split() if name in step}

class Story:
    def __init__(self, case, scope):
        assert case['storage'] in ('separate', 'joint'), 'unknown storage'
        self.id, self.scope, self.device = case['id'], scope, Device(case['kem'], case['storage'] == 'joint')
        self.start()
    def start(self):
        self.process = Process(self.device, self.scope)
    def perform(self, index, step, last):
        op, fields = step['op'], arguments(step)
        if op == 'restart':
            self.start()
        self.device.begin(step.get('keysStick', False), op == 'unlock' and step['kind'] != DEVICE, last)
        self.process.begin(step['now'], Stream('random', self.id, u32(index)))
        befalls = {'enrol': self.device.enrol, 'loseKeys': self.device.lose_keys,
                   'loseAnchorWrites': self.device.lose_anchor_writes, 'store': self.device.store}
        if op in befalls:
            befalls[op](**fields)
            return {}
        try:
            return getattr(self.process, op)(**fields)
        except Refused as refused:
            return {'error': str(refused)}
    def check(self, index, step, last=None):
        """last: the process is killed after so many effects."""
        where, effects = f"step {index} {step['op']}", step['effects'][:last]
        try:
            got = self.perform(index, step, last)
            assert last is None, f'{where} has ended without an effect {last}'
            assert got == step['expect'], f"{where}: expected {step['expect']}, got {got}"
        except Killed:
            self.start()
        for expected, got in zip(effects, self.device.effects):
            assert got == expected, f'{where}: expected {expected}, got {got}'
        assert len(effects) == len(self.device.effects), f'{where}: other effects, {self.device.effects}'

def run_story(case, scope, step=None, after=None, steps=()):
    story = Story(case, scope)
    for index, each in enumerate(case['steps'][:step]):
        story.check(index, each)
    if step is not None:
        story.check(step, case['steps'][step], after)
    for index, each in enumerate(steps, (step or 0) + 1):
        story.check(index, each)

def run_case(case, scope):
    know(case, 'id why storage kem steps killed')
    run_story(case, scope)
    for killed in case.get('killed', []):
        try:
            run_story(case, scope, **killed)  # a field that is not known fails here
        except Exception as error:
            where = f"killed in {killed['step']} after {killed['after']}"
            raise AssertionError(f'{where}: {type(error).__name__} {error}') from error

def run_file(path):
    document, failures = json.loads(path.read_text('utf-8')), []
    for case in document['cases']:
        try:
            assert document['format'] == FORMAT and set(document) == {'format', 'about', 'bases', 'cases'}, 'another format'
            base, = document['bases']
            know(base, 'name scope')
            run_case(case, unhex(base['scope']))
        except Exception as error:  # any other end of a case is a failure of that case too
            failures.append(f"{path.stem} {case.get('id')}: {type(error).__name__} {error}"[:500])
    return len(document['cases']), failures


def main():
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent
    count, failures = run_file(folder / 'operations.json')
    for failure in failures:
        print(f'  {failure}')
    print(f'operations: {count - len(failures)} passed, {len(failures)} failed')
    print(f'{count - len(failures)} passed, {len(failures)} failed')
    return 1 if failures else 0


if __name__ == '__main__':
    sys.exit(main())
