"""The lock states of FORMAT.md §13 and §15. §15 leaves the order of effects and the cover to the traces: where a rule is
read off them, a comment says "trace"."""

LEASE = 10_000
EVENTS = {
    'tick': '', 'found': 'vault', 'created': 'custody', 'erased': '', 'damaged': 'code', 'pause': '', 'resume': '',
    'lock': '', 'unlock': 'caller automatic', 'opened': 'epoch', 'promptBegin': '',
    'promptEnd': 'outcome enrolment erases', 'leaseBegin': 'id names generation', 'leaseWrite': 'id names generation',
    'leaseEnd': 'id',
}


def effect(kind, **fields):
    return {'type': kind, **fields}


class Lock:
    def __init__(self, lockAfter, hideScreen):
        self.after, self.hide = lockAfter, hideScreen
        self.custody = None  # stored, open (SecureStorage) or memory; None: absent
        self.unlocked = False
        self.epoch = 0
        self.callers = []  # who waits for the prompt
        self.prompt = None  # live: it unlocks; void: what it unlocked is gone; choosing: it does not authenticate
        self.since = None  # in the background since
        self.stay = 0  # the longest stay in the background during the prompt; None: the clock went backwards
        self.from_prompt = False  # the background began during an own prompt
        self.quiet = False  # a prompt was cancelled: none by itself
        self.lease = None
        self.locked_at = None  # the lease keeps the key of a vault locked then

    @property
    def phase(self):
        if self.custody is None or self.unlocked:
            return 'unlocked' if self.custody else 'absent'
        return 'unlocking' if self.callers else 'locked'

    def handle(self, kind, now, **fields):
        self.out = []
        self.judge(now)
        getattr(self, kind)(now, **fields)
        return self.out

    def say(self, kind, **fields):
        self.out.append(effect(kind, **fields))

    def refuse(self, code):
        if self.callers:
            self.say('reject', callers=self.callers, code=code)
        self.callers = []
        if self.prompt == 'live':
            self.prompt = 'void'

    def due(self, stay):
        return self.after is not None and (stay is None or stay >= self.after)

    def stayed(self, now):
        return None if now < self.since else now - self.since

    # What every entry point does first.
    def judge(self, now):
        if self.locked_at is not None and not self.locked_at <= now < self.locked_at + LEASE:
            self.drop_lease()
        if self.since is not None and self.prompt is None and self.due(self.stayed(now)):
            self.lock_now(now, True)

    def drop_lease(self):
        if self.locked_at is not None:
            self.say('dropKey')
        self.lease = self.locked_at = None

    def lock_now(self, now, timeout):
        if not self.unlocked or self.custody == 'open':
            return
        self.epoch += 1
        self.unlocked = False
        if self.lease:
            self.locked_at = now
        else:
            self.say('dropKey')
        self.say('notifyLocked', saved=self.custody == 'stored', timeout=timeout)
        if self.custody == 'memory':
            self.custody = None

    def gone(self, code, erase=False):
        """trace: dropKey also when none is held, callers before the app."""
        self.epoch += 1
        self.custody, self.unlocked, self.lease, self.locked_at = None, False, None, None
        self.say('dropKey')
        if erase:
            self.say('erase')
        self.refuse(code)
        self.say('notifyErased')

    def succeed(self):
        self.unlocked, self.locked_at = True, None
        self.say('notifyUnlocked')
        if self.callers:
            self.say('resolve', callers=self.callers)
        self.callers = []

    # Events
    def tick(self, now):
        pass

    def found(self, now, vault):
        self.custody = None if vault == 'absent' else vault
        self.unlocked = vault == 'open'

    def created(self, now, custody):
        self.epoch += 1
        self.refuse('LOCKED')
        self.drop_lease()
        self.custody, self.unlocked = custody, True

    def erased(self, now):
        self.gone('NOT_FOUND')

    def damaged(self, now, code):
        if code in ('NOT_FOUND', 'TOO_MANY_ATTEMPTS'):
            return self.gone(code)
        self.lease = None
        if self.locked_at is not None:
            self.drop_lease()
        self.lock_now(now, False)
        self.refuse(code)
        self.prompt = None  # trace: no prompt is left

    def pause(self, now):
        if self.since is None:
            self.since, self.from_prompt = now, self.prompt is not None
            if self.hide and self.prompt is None:  # trace
                self.say('cover')
        self.judge(now)

    def resume(self, now):
        if self.since is not None and self.prompt is not None:
            self.keep_longest(now)
        if self.since is not None and not self.from_prompt:
            self.quiet = False
        self.since = None
        if self.hide:  # trace
            locked = any(e['type'] == 'notifyLocked' for e in self.out)
            self.say('uncoverWhenAcknowledged', limit=2000) if locked else self.say('uncover')

    def keep_longest(self, now):
        stay = self.stayed(now)
        self.stay = None if stay is None or self.stay is None else max(stay, self.stay)

    def lock(self, now):
        if self.custody == 'open':
            self.say('dropKey')
        self.refuse('LOCKED')
        self.lock_now(now, False)

    def unlock(self, now, caller, automatic):
        code = None
        if self.custody is None:
            code = 'NOT_FOUND'
        elif self.unlocked:
            return self.say('resolve', callers=[caller])
        elif self.prompt not in (None, 'live') or automatic and self.quiet and self.prompt is None:
            code = 'LOCKED'
        if code:
            return self.say('reject', callers=[caller], code=code)
        self.callers.append(caller)
        if self.prompt is None:
            self.prompt, self.stay = 'live', 0
            self.say('showPrompt')

    def opened(self, now, epoch):
        if epoch != self.epoch or self.custody is None:
            self.say('dropOpened')
        elif not self.unlocked:
            self.succeed()

    def promptBegin(self, now):
        self.prompt, self.stay = 'choosing', 0

    def promptEnd(self, now, outcome, enrolment=0, erases=False):
        was, self.prompt = self.prompt, None
        if outcome == 'USER_CANCELED':
            self.quiet = True
        if outcome == 'ok':
            if self.since is not None:
                self.since = now
            return self.succeed() if was == 'live' else self.say('dropOpened')
        if was == 'live':
            if outcome == 'TOO_MANY_ATTEMPTS':
                self.gone(outcome)
            elif erases or outcome == 'KEY_INVALIDATED' and enrolment == 1:
                self.gone(outcome, erase=True)
            else:
                if outcome == 'KEY_INVALIDATED':
                    self.say('markSlotDead')
                self.refuse(outcome)
        if self.since is not None:
            self.keep_longest(now)
        if self.due(self.stay):
            self.lock_now(now, True)

    # §13
    def leaseBegin(self, now, id, names, generation):
        if not self.unlocked or self.custody == 'memory':
            return self.say('denyLease', id=id, code='LOCKED')
        if self.lease:
            return self.say('denyLease', id=id, code='CONFLICT')
        self.lease = (id, names, generation)
        self.say('grantLease', id=id, generation=generation)

    def leaseWrite(self, now, id, names, generation):
        if not self.lease or self.lease[0] != id:
            return self.say('denyLease', id=id, code='LOCKED')
        if not set(names) <= set(self.lease[1]):
            self.say('denyLease', id=id, code='INVALID_ARGUMENT')
        elif generation != self.lease[2]:
            self.say('denyLease', id=id, code='CONFLICT')
        else:
            self.say('writeWithLease', id=id)
        self.drop_lease()

    def leaseEnd(self, now, id):
        if self.lease and self.lease[0] == id:
            self.drop_lease()


def run_trace(case):
    lock = Lock(**case['settings'])
    for number, step in enumerate(case['steps']):
        assert set(step) == {'event', 'phase', 'effects'}, 'unknown fields of a step'
        event = step['event']
        allowed = EVENTS[event['type']].split()
        assert set(event) <= {'type', 'now', *allowed}, 'unknown fields of an event'
        effects = lock.handle(event['type'], event['now'], **{k: event[k] for k in allowed if k in event})
        got = (lock.phase, effects)
        assert got == (step['phase'], step['effects']), f'step {number}: got {got}'
