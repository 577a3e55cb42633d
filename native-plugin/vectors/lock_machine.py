"""The lock states of FORMAT.md §13–§15, in the order of §15: state, shared steps, events, the end of a prompt."""
from math import inf
from types import SimpleNamespace as Record

LEASE, ACKNOWLEDGED, WARNING, WIPE = 10_000, 2000, 30_000, 1  # ms, ms, ms, the enrolment of §2


class Lock:
    # §15.1. `left` may be set in sight, too: only what uncovers reads it, and what covers before that clears it.
    def __init__(self, **settings):
        self.configured(**settings)
        self.inactive, self.use = False, None
        self.phase, self.custody, self.epoch, self.callers, self.may_prompt = 'absent', 'stored', 0, [], True
        self.prompt = self.background = self.lease = None
    def configured(self, lockAfter, hideScreen, idleTimeout=0, sessionTimeout=0):
        self.lock_after, self.hide_screen, self.idle, self.session = lockAfter, hideScreen, idleTimeout, sessionTimeout
    def handle(self, type, now, **fields):
        self.now, self.effects = now, []
        self.judge()
        getattr(self, 'on_' + type)(**fields)  # an event or a field that is not known fails here
        return self.phase, self.effects, self.next_due()
    def say(self, kind, when=True, **fields):
        self.effects += [{'type': kind, **fields}] if when else []
    def over(self, since, limit): return not (self.now >= since and self.now - since < limit)

    # §15.2
    def answer(self, kind, **fields):
        self.say(kind, when=self.callers, callers=self.callers, **fields)
        self.callers = []
    def enter(self, phase, custody='stored'):
        self.epoch, self.phase, self.custody, self.use = self.epoch + 1, phase, custody, None
    def timed(self): return self.phase == 'unlocked' and self.custody != 'open'
    def begin_use(self): self.use = Record(since=self.now, last=self.now, warned=False)
    def hidden(self): return bool(self.background) or self.inactive
    def cover(self):
        if not self.hidden():
            self.left = False
            self.say('cover', when=self.hide_screen)
    def uncover(self):
        if self.hide_screen and not self.hidden():
            self.say('uncoverWhenAcknowledged', limit=ACKNOWLEDGED) if self.left else self.say('uncover')
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
        self.begin_use()
        if self.lease:
            self.lease.deadline = None
        self.say('keepOpened')
        self.say('notifyUnlocked')
        self.answer('resolve')
    def end_lease(self):
        self.say('dropKey', when=self.lease and self.phase != 'unlocked')
        self.lease = None
    def lock_if_over(self, away=-inf, present=False):
        if not self.timed():
            return
        gone = self.lock_after is not None and (
            self.background and self.over(self.background.since, self.lock_after) or away >= self.lock_after)
        if gone or (self.idle and self.over(self.use.last, self.idle)
                    or self.session and self.over(self.use.since, self.session)):
            self.lock(timeout=True)
        elif present:
            self.on_activity()
        elif self.idle and not self.use.warned and self.over(self.use.last, self.idle - self.warning()):
            self.use.warned = True
            self.say('notifyIdle', remaining=self.use.last + self.idle - self.now)
    def warning(self): return min(WARNING, self.idle // 2)
    def set_back(self, record, field):
        if record and self.over(getattr(record, field), inf):
            setattr(record, field, -inf)
    def judge(self):
        self.set_back(self.background, 'since')
        self.set_back(self.use, 'since')
        self.set_back(self.use, 'last')
        if self.lease and self.lease.deadline is not None and self.over(self.lease.deadline - LEASE, LEASE):
            self.lease = None
            self.say('dropKey')
        if not self.prompt:
            self.lock_if_over()
    def new_prompt(self, authenticates): return Record(authenticates=authenticates, epoch=self.epoch, away=-inf)

    # §15.6
    def next_due(self):
        due = [self.lease.deadline] if self.lease and self.lease.deadline is not None else []
        if self.timed() and not self.prompt:
            if self.background and self.lock_after is not None:
                due.append(self.background.since + self.lock_after)
            if self.idle:
                due.append(self.use.last + self.idle - (0 if self.use.warned else self.warning()))
            if self.session:
                due.append(self.use.since + self.session)
        return min(due, default=None)

    # §15.3
    def on_tick(self): pass
    def on_configure(self, settings):
        was = self.hide_screen
        self.configured(**settings)
        if was != self.hide_screen and self.hidden():
            self.say('cover' if self.hide_screen else 'uncover')
        self.judge()
    def on_activity(self):
        if self.use:
            self.say('notifyActive', when=self.use.warned)
            self.use.last, self.use.warned = self.now, False
    def on_deactivate(self):
        self.cover()
        self.inactive = True
    def on_activate(self):
        was, self.inactive = self.inactive, False
        if was:
            self.uncover()
    def on_erased(self): self.forget('NOT_FOUND')
    def on_lock(self): self.lock(timeout=False)
    def on_promptBegin(self): self.prompt = self.prompt or self.new_prompt(authenticates=False)
    def on_found(self, vault):
        if vault == 'open' and self.phase in ('absent', 'locked'):
            self.phase, self.custody = 'unlocked', 'open'
        elif vault == 'stored' and self.phase == 'absent':
            self.phase = 'locked'
        elif vault == 'stored' and self.custody == 'open':
            self.custody = 'stored'
            self.lock(timeout=False)
    def on_created(self, custody):
        self.enter('unlocked', custody)
        self.begin_use()
        self.lease, self.may_prompt = None, True
        self.answer('reject', code='LOCKED')
    def on_damaged(self, code):
        if self.phase == 'absent' or self.custody == 'memory' or code in ('TEMPORARILY_UNAVAILABLE', 'CONFLICT'):
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
            self.cover()
            self.background = Record(since=self.now, during_prompt=bool(self.prompt))
            self.judge()
    def on_resume(self):
        was, self.background = self.background, None
        if was and self.prompt:
            self.prompt.away = max(self.prompt.away, self.now - was.since)  # since may be -inf: see judge
        if was and not was.during_prompt:
            self.may_prompt = True
        if was:
            self.uncover()
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
        if epoch != self.epoch or self.phase in ('absent', 'unlocked'):
            self.say('dropOpened')
        else:
            self.unlocked()
    def answer_lease(self, id, code, granted):
        self.say('denyLease', id=id, code=code) if code else self.say(granted, id=id)
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
        self.lock_if_over(was.away, present=outcome == 'done' and not void)


def run_trace(case):
    lock = Lock(**case['settings'])
    for number, step in enumerate(case['steps']):
        assert set(step) == {'event', 'phase', 'effects', 'due'}, 'unknown fields of a step'
        got = lock.handle(**step['event'])
        assert got == (step['phase'], step['effects'], step['due']), f'step {number}: got {got}'
