import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.MultiANewArrayInsnNode;
import org.objectweb.asm.tree.TryCatchBlockNode;
import org.objectweb.asm.tree.TypeInsnNode;

/**
 * What compiled classes call, looked up in the archive of one Android: {@code ApiLevel CLASSES
 * EXCEPT LIBRARY...}. Prints each class, method and field that is not there, a line each, and at
 * last how many references were looked at. The archive has no java.lang; until Android 7 that was
 * the one of Java 7, which a JDK describes in its ct.sym.
 */
final class ApiLevel {
    /** The language's own, which d8 writes in another way for every Android. */
    private static final Set<String> LANGUAGE =
            Set.of(
                    "java/lang/invoke/LambdaMetafactory",
                    "java/lang/invoke/StringConcatFactory",
                    "java/lang/runtime/ObjectMethods",
                    "java/lang/Record");

    private final Map<String, Optional<ClassNode>> known = new HashMap<>();
    private final List<ZipFile> archives = new ArrayList<>();
    private final List<Path> folders = new ArrayList<>();
    private final Set<String> missing = new TreeSet<>();
    private final Set<String> seen = new HashSet<>();

    public static void main(String[] arguments) throws IOException {
        ApiLevel check = new ApiLevel();
        Path classes = Path.of(arguments[0]);
        check.folders.add(classes);
        for (int index = 2; index < arguments.length; index += 1) check.addLibrary(Path.of(arguments[index]));
        int count = 0;
        for (ClassNode each : classesIn(classes)) {
            if (each.name.matches(arguments[1])) continue;
            check.look(each);
            count += 1;
        }
        check.missing.forEach(System.out::println);
        System.out.println(check.seen.size() + " references of " + count + " classes");
    }

    private void addLibrary(Path library) throws IOException {
        if (library.endsWith("ct.sym")) addJavaLang(new ZipFile(library.toFile()));
        else if (Files.isDirectory(library)) folders.add(library);
        else archives.add(new ZipFile(library.toFile()));
    }

    /** Its folders are named by the versions that they are for. */
    private void addJavaLang(ZipFile descriptions) throws IOException {
        for (ZipEntry entry : (Iterable<ZipEntry>) descriptions.stream().map(ZipEntry.class::cast)::iterator) {
            String name = entry.getName().replaceFirst("^[^/]*7[^/]*/java\\.base/(java/lang/.*)\\.sig$", "$1");
            if (name.equals(entry.getName()) || name.startsWith("java/lang/invoke/")) continue;
            known.put(name, Optional.of(read(descriptions.getInputStream(entry), ClassReader.SKIP_CODE)));
        }
        if (!known.containsKey("java/lang/String")) throw new IOException("no Java 7 is described in " + descriptions.getName());
    }

    private static List<ClassNode> classesIn(Path folder) throws IOException {
        List<ClassNode> classes = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : (Iterable<Path>) files.sorted()::iterator)
                if (file.toString().endsWith(".class")) classes.add(read(Files.newInputStream(file), 0));
        }
        return classes;
    }

    private static ClassNode read(InputStream stream, int flags) throws IOException {
        try (InputStream input = stream) {
            ClassNode node = new ClassNode();
            new ClassReader(input).accept(node, flags | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
            return node;
        }
    }

    private void look(ClassNode node) {
        String here = node.name;
        type(here, node.superName);
        for (String each : node.interfaces) type(here, each);
        for (FieldNode field : node.fields) constant(here, Type.getType(field.desc));
        for (MethodNode method : node.methods) {
            for (TryCatchBlockNode block : method.tryCatchBlocks) if (block.type != null) type(here, block.type);
            for (AbstractInsnNode instruction : method.instructions) look(here, instruction);
        }
    }

    private void look(String here, AbstractInsnNode instruction) {
        if (instruction instanceof MethodInsnNode call) method(here, call.owner, call.name, call.desc);
        else if (instruction instanceof FieldInsnNode use) field(here, use.owner, use.name, use.desc);
        else if (instruction instanceof TypeInsnNode use) type(here, use.desc);
        else if (instruction instanceof MultiANewArrayInsnNode use) type(here, use.desc);
        else if (instruction instanceof LdcInsnNode constant) constant(here, constant.cst);
        else if (instruction instanceof InvokeDynamicInsnNode call) {
            handle(here, call.bsm);
            // Of a lambda, the interface that it has.
            constant(here, Type.getReturnType(call.desc));
            for (Object argument : call.bsmArgs) constant(here, argument);
        }
    }

    private void constant(String here, Object constant) {
        if (constant instanceof Handle handle) handle(here, handle);
        else if (constant instanceof Type type && type.getSort() == Type.OBJECT) type(here, type.getInternalName());
    }

    private void handle(String here, Handle handle) {
        if (handle.getTag() <= Opcodes.H_PUTSTATIC) field(here, handle.getOwner(), handle.getName(), handle.getDesc());
        else method(here, handle.getOwner(), handle.getName(), handle.getDesc());
    }

    private void method(String here, String owner, String name, String descriptor) {
        // An array's own methods are those of Object.
        String from = owner.startsWith("[") ? "java/lang/Object" : owner;
        judge(here, from + "." + name + descriptor, LANGUAGE.contains(from) || hasMethod(from, name + descriptor));
    }

    private void field(String here, String owner, String name, String descriptor) {
        judge(here, owner + "." + name + " " + descriptor, hasField(owner, name));
    }

    private void type(String here, String name) {
        String element = name.replaceFirst("^\\[+L?", "").replaceFirst(";$", "");
        if (element.length() > 1) judge(here, element, LANGUAGE.contains(element) || find(element).isPresent());
    }

    private void judge(String here, String reference, boolean isThere) {
        seen.add(here + " " + reference);
        if (!isThere) missing.add(here + ": " + reference);
    }

    private boolean hasMethod(String owner, String method) {
        for (ClassNode each : withParents(owner))
            for (MethodNode one : each.methods) if ((one.name + one.desc).equals(method)) return true;
        return false;
    }

    private boolean hasField(String owner, String field) {
        for (ClassNode each : withParents(owner))
            for (FieldNode one : each.fields) if (one.name.equals(field)) return true;
        return false;
    }

    private List<ClassNode> withParents(String name) {
        List<ClassNode> all = new ArrayList<>();
        List<String> next = new ArrayList<>(List.of(name));
        while (!next.isEmpty()) {
            Optional<ClassNode> found = find(next.remove(0));
            if (found.isEmpty()) continue;
            all.add(found.get());
            if (found.get().superName != null) next.add(found.get().superName);
            next.addAll(found.get().interfaces);
        }
        return all;
    }

    private Optional<ClassNode> find(String name) {
        return known.computeIfAbsent(name, this::load);
    }

    private Optional<ClassNode> load(String name) {
        String entry = name + ".class";
        try {
            for (Path folder : folders)
                if (Files.isRegularFile(folder.resolve(entry)))
                    return Optional.of(read(Files.newInputStream(folder.resolve(entry)), ClassReader.SKIP_CODE));
            for (ZipFile archive : archives)
                if (archive.getEntry(entry) != null)
                    return Optional.of(read(archive.getInputStream(archive.getEntry(entry)), ClassReader.SKIP_CODE));
            return Optional.empty();
        } catch (IOException failure) {
            throw new IllegalStateException(entry, failure);
        }
    }
}
