"""The lock states of FORMAT.md §13–§15, in the order of §15: state, shared steps, events, the end of a prompt."""
from math import inf
from types import SimpleNamespace as Record

LEASE, ACKNOWLEDGED, WIPE = 10_000, 2000, 1  # ms, ms, the enrolment of §2


class Lock:
    # §15.1. `left` needs no background to be set: only a resume reads it, and the pause before that clears it.
    def __init__(self, lockAfter, hideScreen):
        self.lock_after, self.hide_screen = lockAfter, hideScreen
        self.phase, self.custody, self.epoch, self.callers, self.may_prompt = 'absent', 'stored', 0, [], True
        self.prompt = self.background = self.lease = None
    def handle(self, type, now, **fields):
        self.now, self.effects = now, []
        self.judge()
        getattr(self, 'on_' + type)(**fields)  # an event or a field that is not known fails here
        return self.phase, self.effects
    def say(self, kind, when=True, **fields):
        self.effects += [{'type': kind, **fields}] if when else []
    def over(self, since, limit): return not (self.now >= since and self.now - since < limit)

    # §15.2
    def answer(self, kind, **fields):
        self.say(kind, when=self.callers, callers=self.callers, **fields)
        self.callers = []
    def enter(self, phase, custody='stored'): self.epoch, self.phase, self.custody = self.epoch + 1, phase, custody
    def lock(self, timeout):
        if self.phase != 'unlocked':
            self.enter('locked' if self.phase == 'unlocking' else self.phase)
            return self.answer('reject', code='LOCKED')
        if self.custody == 'open':
            return self.say('dropKey')
        saved, self.left = self.custody == 'stored', True
        self.enter('locked' if saved else 'absent')
        if self.lease:  # never with custody memory
            self.lease.deadline = self.now + LEASE
        self.say('dropKey', when=not self.lease)
        self.say('notifyLocked', saved=saved, timeout=timeout)
    def forget(self, code, erase=False):
        self.enter('absent')
        self.lease, self.left = None, True
        self.say('dropKey')
        self.say('erase', when=erase)
        self.answer('reject', code=code)
        self.say('notifyErased')
    def unlocked(self):
        self.phase, self.may_prompt = 'unlocked', True
        if self.lease:
            self.lease.deadline = None
        self.say('notifyUnlocked')
        self.answer('resolve')
    def end_lease(self):
        self.say('dropKey', when=self.lease and self.phase != 'unlocked')
        self.lease = None
    def lock_if_away_too_long(self, away=-inf):
        if self.phase == 'unlocked' and self.custody != 'open' and self.lock_after is not None:
            if self.background and self.over(self.background.since, self.lock_after) or away >= self.lock_after:
                self.lock(timeout=True)
    def judge(self):
        if self.background and self.over(self.background.since, inf):
            self.background.since = -inf
        if self.lease and self.lease.deadline is not None and self.over(self.lease.deadline - LEASE, LEASE):
            self.end_lease()
        if not self.prompt:
            self.lock_if_away_too_long()
    def new_prompt(self, authenticates): return Record(authenticates=authenticates, epoch=self.epoch, away=-inf)

    # §15.3
    def on_tick(self): pass
    def on_erased(self): self.forget('NOT_FOUND')
    def on_lock(self): self.lock(timeout=False)
    def on_promptBegin(self): self.prompt = self.prompt or self.new_prompt(authenticates=False)
    def on_found(self, vault):
        if vault == 'open' and self.phase in ('absent', 'locked'):
            self.phase, self.custody = 'unlocked', 'open'
        elif vault == 'stored' and self.phase == 'absent':
            self.phase = 'locked'
        elif vault == 'stored' and self.phase == 'unlocked' and self.custody == 'open':
            self.custody = 'stored'
            self.lock(timeout=False)
    def on_created(self, custody):
        self.enter('unlocked', custody)
        self.lease, self.may_prompt = None, True
        self.answer('reject', code='LOCKED')
    def on_damaged(self, code):
        if self.phase == 'absent' or self.custody == 'memory':
            return
        if code in ('NOT_FOUND', 'TOO_MANY_ATTEMPTS'):
            self.forget(code)
        elif self.phase == 'unlocked':
            self.lease, self.custody = None, 'stored'
            self.lock(timeout=False)
        else:
            self.enter('locked')
            self.end_lease()
            self.answer('reject', code=code)
    def on_pause(self):
        if not self.background:
            self.background, self.left = Record(since=self.now, during_prompt=bool(self.prompt)), False
            self.say('cover', when=self.hide_screen and not self.prompt)
            self.judge()
    def on_resume(self):
        was, self.background = self.background, None
        if was and self.prompt:
            self.prompt.away = max(self.prompt.away, inf if self.over(was.since, inf) else self.now - was.since)
        if was and not was.during_prompt:
            self.may_prompt = True
        if was and self.hide_screen:
            self.say('uncoverWhenAcknowledged', limit=ACKNOWLEDGED) if self.left else self.say('uncover')
    def on_unlock(self, caller, automatic):
        if self.phase == 'unlocked':
            self.say('resolve', callers=[caller])
        elif self.phase == 'unlocking':
            self.callers.append(caller)
        elif self.phase == 'absent' or self.prompt or automatic and not self.may_prompt:
            self.say('reject', callers=[caller], code='NOT_FOUND' if self.phase == 'absent' else 'LOCKED')
        else:
            self.phase, self.callers, self.prompt = 'unlocking', [caller], self.new_prompt(authenticates=True)
            self.say('showPrompt')
    def on_opened(self, epoch):
        if epoch != self.epoch or self.phase == 'absent':
            self.say('dropOpened')
        elif self.phase != 'unlocked':
            self.unlocked()
    def answer_lease(self, id, code, granted, **fields):
        self.say('denyLease', id=id, code=code) if code else self.say(granted, id=id, **fields)
    def on_leaseBegin(self, id, names):
        locked = self.phase != 'unlocked' or self.custody == 'memory'
        code = 'LOCKED' if locked else 'CONFLICT' if self.lease else None
        self.answer_lease(id, code, 'grantLease')
        if not code:
            self.lease = Record(id=id, names=set(names), deadline=None)
    def on_leaseWrite(self, id, names, unchanged):
        mine = self.lease and self.lease.id == id
        code = ('LOCKED' if not mine else 'INVALID_ARGUMENT' if not set(names) <= self.lease.names else
                None if unchanged else 'CONFLICT')
        self.answer_lease(id, code, 'writeWithLease')
        self.on_leaseEnd(id)
    def on_leaseEnd(self, id):
        if self.lease and self.lease.id == id:
            self.end_lease()

    # §15.4
    def on_promptEnd(self, outcome, enrolment=0, erases=False):
        was, self.prompt = self.prompt, None
        if not was:
            return
        if was.authenticates and outcome == 'USER_CANCELED':
            self.may_prompt = False
        self.say('cover', when=self.hide_screen and self.background)
        void = was.epoch != self.epoch
        if void:
            self.say('dropOpened', when=outcome == 'ok')
        elif outcome == 'ok' and was.authenticates:
            if self.background:
                self.background.since = self.now
            return self.unlocked() if self.phase == 'unlocking' else self.say('dropOpened')
        elif self.phase == 'unlocking' and outcome == 'TOO_MANY_ATTEMPTS':
            self.forget(outcome)
        elif self.phase == 'unlocking' and (outcome == 'KEY_INVALIDATED' and enrolment == WIPE
                                            or outcome == 'LOCKED_OUT' and erases):
            self.forget(outcome, erase=True)
        elif self.phase == 'unlocking':
            self.phase = 'locked'
            self.say('markSlotDead', when=outcome == 'KEY_INVALIDATED')
            self.answer('reject', code=outcome)
        self.lock_if_away_too_long(was.away)


def run_trace(case):
    lock = Lock(**case['settings'])
    for number, step in enumerate(case['steps']):
        assert set(step) == {'event', 'phase', 'effects'}, 'unknown fields of a step'
        got = lock.handle(**step['event'])
        assert got == (step['phase'], step['effects']), f'step {number}: got {got}'
