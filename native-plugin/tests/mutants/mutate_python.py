"""Changes the reader and the lock machine in Python, one small change at a time, and asks the vectors to notice.

python3 mutate_python.py      each mutant that no vector kills must be in python-mutants.json, with the reason.
"""
import ast, functools, hashlib, json, re, signal, sys, time
from pathlib import Path

VECTORS = Path(__file__).parents[2] / 'vectors'
TABLE = json.loads((Path(__file__).parent / 'python-mutants.json').read_text('utf-8'))
SECONDS = 1  # of processor time: a mutant that takes longer never ends
sys.dont_write_bytecode = True
sys.path.insert(0, str(VECTORS))
hashlib.pbkdf2_hmac = functools.lru_cache(None)(hashlib.pbkdf2_hmac)  # the same question again for nearly every mutant
import lock_machine, reader
reader.load_der_private_key = functools.lru_cache(None)(reader.load_der_private_key)

# What follows these lines runs the vectors, and is no part of a reader.
SOURCES = ((reader, '# The vectors'), (lock_machine, 'def run_trace'))


class TooLong(BaseException):
    """Not an Exception: a case must not take it for its own failure."""


# Operators: each yields (what to set on the node, or None to put in its place)
SWAPPED = {ast.Lt: (ast.LtE, ast.GtE), ast.LtE: (ast.Lt, ast.Gt), ast.Gt: (ast.GtE, ast.LtE), ast.GtE: (ast.Gt, ast.Lt),
           ast.Eq: (ast.NotEq,), ast.NotEq: (ast.Eq,), ast.In: (ast.NotIn,), ast.NotIn: (ast.In,), ast.Is: (ast.IsNot,),
           ast.IsNot: (ast.Is,), ast.And: (ast.Or,), ast.Or: (ast.And,), ast.Add: (ast.Sub,), ast.Sub: (ast.Add,),
           ast.Mult: (ast.Add,), ast.FloorDiv: (ast.Mult,), ast.BitAnd: (ast.BitOr,), ast.BitOr: (ast.BitAnd, ast.Sub),
           ast.LShift: (ast.RShift,), ast.Mod: (ast.FloorDiv,)}
CALLS = {'min': 'max', 'max': 'min', 'any': 'all', 'all': 'any'}
CODES = ('CORRUPT', 'UNSUPPORTED_FORMAT', 'NOT_FOUND')

def replacements(node):
    """Other nodes that may stand where this one stands."""
    fresh = lambda **fields: ast.copy_location(type(node)(**{**dict(ast.iter_fields(node)), **fields}), node)
    if isinstance(node, ast.Compare):
        for i, op in enumerate(node.ops):
            for other in SWAPPED[type(op)]:
                yield fresh(ops=[*node.ops[:i], other(), *node.ops[i + 1:]])
    if isinstance(node, ast.BoolOp):
        yield fresh(op=SWAPPED[type(node.op)][0]())
        for i in range(len(node.values)):
            rest = node.values[:i] + node.values[i + 1:]
            yield fresh(values=rest) if len(rest) > 1 else rest[0]
    if isinstance(node, ast.BinOp):
        for other in SWAPPED.get(type(node.op), ()):
            yield fresh(op=other())
        yield node.left
        yield node.right
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, (ast.Not, ast.USub, ast.Invert)):
        yield node.operand
    if isinstance(node, ast.IfExp):
        yield node.body
        yield node.orelse
    if isinstance(node, (ast.If, ast.comprehension)):
        tests = [node.test] if isinstance(node, ast.If) else node.ifs
        for value in (True, False) if tests else ():
            changed = {'test': ast.Constant(value)} if isinstance(node, ast.If) else {'ifs': [ast.Constant(value)]}
            yield fresh(**changed)
    if isinstance(node, ast.Constant):
        yield from (ast.copy_location(ast.Constant(value), node) for value in other_constants(node.value))
    if isinstance(node, (ast.Set, ast.List, ast.Tuple)) and isinstance(getattr(node, 'ctx', ast.Load()), ast.Load):
        for i in range(len(node.elts)):
            rest = node.elts[:i] + node.elts[i + 1:]
            yield fresh(elts=rest) if rest or not isinstance(node, ast.Set) else ast.Call(ast.Name('set', ast.Load()), [], [])
    if isinstance(node, ast.Dict):
        for i in range(len(node.keys)):
            yield fresh(keys=node.keys[:i] + node.keys[i + 1:], values=node.values[:i] + node.values[i + 1:])
    if isinstance(node, ast.Call):
        if isinstance(node.func, ast.Name) and node.func.id in CALLS:
            yield fresh(func=ast.copy_location(ast.Name(CALLS[node.func.id], ast.Load()), node))
        for i in range(len(node.keywords)):
            yield fresh(keywords=node.keywords[:i] + node.keywords[i + 1:])
        if isinstance(node.func, ast.Name) and node.func.id == 'Refused' and len(node.args) == 1:
            yield fresh(args=[ast.Constant('INVALID_ARGUMENT')])
    if isinstance(node, (ast.Expr, ast.Raise, ast.Return, ast.AugAssign)) or isinstance(node, ast.Assign) and not is_local(node):
        yield ast.copy_location(ast.Pass(), node)
    if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Tuple) and isinstance(node.value, ast.Tuple):
        targets, values = node.targets[0].elts, node.value.elts
        for i, target in enumerate(targets):
            if not isinstance(target, ast.Name) and len(targets) == len(values):
                yield fresh(targets=[ast.Tuple(targets[:i] + targets[i + 1:], ast.Store())],
                            value=ast.Tuple(values[:i] + values[i + 1:], ast.Load()))

def is_local(node):
    """Without its assignment such a name would only be missing."""
    parts = [t for target in node.targets for t in (target.elts if isinstance(target, ast.Tuple) else [target])]
    return all(isinstance(part, ast.Name) for part in parts)

def other_constants(value):
    if isinstance(value, bool):
        return [not value]
    if isinstance(value, int):
        return [value + 1, value - 1] if value else [1]
    if isinstance(value, bytes):
        return [value + b'x', value[:-1]]
    if isinstance(value, str) and re.fullmatch('[A-Z_]+', value):
        return [next(code for code in CODES if code != value)]
    return [value + 'x'] if isinstance(value, str) else []


def places(tree):
    """(node, parent, field, index) of all that may be replaced, with the statement that holds it."""
    def walk(node, statement):
        for field, value in ast.iter_fields(node):
            for index, child in enumerate(value) if isinstance(value, list) else ((None, value),):
                if not isinstance(child, ast.AST) or is_name(node, field) or is_documentation(child):
                    continue
                holder = child if isinstance(child, ast.stmt) else statement
                yield child, node, field, index, holder
                yield from walk(child, holder)
    yield from walk(tree, tree)

def is_documentation(node):
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)

def is_name(node, field):
    """Fields of records: another name would only be missing."""
    return (isinstance(node, ast.Subscript) and field == 'slice' and isinstance(node.slice, ast.Constant)
            and isinstance(node.slice.value, str) or isinstance(node, ast.Dict) and field == 'keys'
            and not any(isinstance(key, ast.Constant) and isinstance(key.value, int) for key in node.keys)
            or isinstance(node, ast.JoinedStr))

def head(statement):
    """The first line alone of what has a body."""
    text = ast.unparse(statement)
    return text.split('\n')[0] if hasattr(statement, 'body') else text

def generated(module, end):
    text = Path(module.__file__).read_text('utf-8')
    last = next(number for number, line in enumerate(text.split('\n'), 1) if line.startswith(end))
    for top in ast.parse(text).body:
        if top.lineno >= last or isinstance(top, (ast.Import, ast.ImportFrom, ast.Expr)) or is_setup(top):
            continue
        for unit, owner in units(top):
            for node, parent, field, index, holder in places(ast.Module([unit], [])):
                before = head(holder)
                for other in replacements(node):
                    put(parent, field, index, other)
                    after = head(other if node is holder else holder)
                    if after != before:
                        yield Mutant(module, (unit, owner), before, after, holder.lineno)
                    put(parent, field, index, node)

def units(top):
    """What is compiled by itself: methods of a class are, for that is quicker (but not where there is a `super`)."""
    if isinstance(top, ast.ClassDef) and not top.bases:
        return [(method, top.name) for method in top.body if isinstance(method, ast.FunctionDef)]
    return [(top, None)]

def is_setup(top):
    return isinstance(top, ast.Assign) and isinstance(top.targets[0], (ast.Name, ast.Attribute)) and \
        getattr(top.targets[0], 'id', 'FORMAT') in ('FORMAT', 'unhex')

def put(parent, field, index, node):
    if index is None:
        setattr(parent, field, node)
    else:
        getattr(parent, field)[index] = node

def written(module):
    """The table's own: text for text."""
    text = Path(module.__file__).read_text('utf-8')
    for row in TABLE['written']:
        if row['file'] != module.__name__:
            continue
        assert text.count(row['replace']) == 1, f"not there once: {row['replace']}"
        at = text[:text.index(row['replace'])].count('\n') + 1
        top = next(i for i, each in enumerate(ast.parse(text).body) if each.lineno <= at <= each.end_lineno)
        changed = ast.parse(text.replace(row['replace'], row['by'])).body[top]
        yield Mutant(module, (changed, None), row['replace'], row['by'], at)


class Mutant:
    def __init__(self, module, unit, before, after, line):
        tree, self.owner = unit
        self.module, self.before, self.after, self.line = module, before, after, line
        self.function = getattr(tree, 'name', '')
        self.code = compile(ast.fix_missing_locations(ast.Module([tree], [])), module.__file__, 'exec')

    def key(self):
        return self.module.__name__, self.function, self.before, self.after

    def __enter__(self):
        namespace = self.module.__dict__
        self.saved = dict(namespace)
        if self.owner:
            self.saved_method = namespace[self.owner].__dict__[self.function]
        exec(self.code, namespace)
        if self.owner:
            setattr(namespace[self.owner], self.function, namespace[self.function])

    def __exit__(self, *_):
        namespace = self.module.__dict__
        namespace.clear()
        namespace.update(self.saved)
        if self.owner:
            setattr(namespace[self.owner], self.function, self.saved_method)

    def __str__(self):
        return f'{self.module.__name__}.py:{self.line} {self.function}\n    - {self.before}\n    + {self.after}'


class Case:
    def __init__(self, stem, case, bases):
        run, fields, _ = reader.FILES[stem]
        self.name, self.seconds, self.lines = f"{stem} {case['id']}", 0, set()
        self.arguments = case, run, fields, bases

    def fails(self):
        signal.setitimer(signal.ITIMER_VIRTUAL, SECONDS)
        try:
            reader.run_case(*self.arguments)
            return False
        except (Exception, TooLong):
            return True
        finally:
            signal.setitimer(signal.ITIMER_VIRTUAL, 0)

    def look(self):
        """Which lines of the two modules it runs, and how long it takes."""
        self.fails()
        start = time.process_time()
        assert not self.fails(), f'{self.name} fails without any mutation'
        self.seconds = time.process_time() - start
        files = {module.__file__: module for module, _ in SOURCES}
        def trace(frame, event, _):
            module = files.get(frame.f_code.co_filename)
            if module is None:
                return None
            self.lines.add((module, frame.f_code.co_firstlineno))
            return None
        sys.settrace(trace)
        try:
            self.fails()
        finally:
            sys.settrace(None)

def all_cases():
    for stem in reader.FILES:
        document = json.loads((VECTORS / f'{stem}.json').read_text('utf-8'))
        bases = {base['name']: base for base in document.get('bases', [])}
        for case in document['cases']:
            yield Case(stem, case, bases)


def function_lines(module):
    tree = ast.parse(Path(module.__file__).read_text('utf-8'))
    return [f for f in ast.walk(tree) if isinstance(f, ast.FunctionDef)]

def relevant(mutant, cases, functions):
    """The cases that call the function it is in; all, if it is in none."""
    inside = [f for f in functions[mutant.module] if f.lineno <= mutant.line <= f.end_lineno]
    if not inside:
        return cases
    return [case for case in cases if (mutant.module, max(f.lineno for f in inside)) in case.lines]

def kill(mutant, cases, functions):
    """The case that notices, or None."""
    try:
        with mutant:
            return next((case.name for case in relevant(mutant, cases, functions) if case.fails()), None)
    except Exception:
        return 'it does not load'

def main():
    def end(*_):
        raise TooLong
    signal.signal(signal.SIGVTALRM, end)
    cases = list(all_cases())
    for case in cases:
        case.look()
    cases.sort(key=lambda case: case.seconds)
    functions = {module: function_lines(module) for module, _ in SOURCES}
    started = time.process_time()
    mutants = {mutant.key(): mutant for module, end in SOURCES for mutant in (*generated(module, end), *written(module))}
    listed = {(row['file'], row['in'], row['replace'], row['by']): row['why'] for row in TABLE['equivalent']}
    survivors = [mutant for mutant in mutants.values() if kill(mutant, cases, functions) is None]
    unlisted = [mutant for mutant in survivors if mutant.key() not in listed]
    stale = listed.keys() - {mutant.key() for mutant in survivors}
    for mutant in unlisted:
        print(f'survives: {mutant}')
    for key in stale:
        print(f'listed, but {"killed" if key in mutants else "not there any more"}: {key}')
    if '--list' in sys.argv:
        rows = [dict(zip(('file', 'in', 'replace', 'by'), mutant.key()), why='') for mutant in unlisted]
        print(json.dumps(rows, indent=2))
    print(f'{time.process_time() - started:.1f} s for the mutants', file=sys.stderr)
    print(f'{len(mutants)} mutants, {len(mutants) - len(survivors)} killed, '
          f'{len(survivors) - len(unlisted)} listed, {len(unlisted)} not listed')
    return 1 if unlisted or stale else 0


if __name__ == '__main__':
    sys.exit(main())
