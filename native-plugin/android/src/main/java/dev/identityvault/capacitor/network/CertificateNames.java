package dev.identityvault.capacitor.network;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** Whether a certificate is one of a host. RFC 9525: names in its common name don't count. */
final class CertificateNames {
    private static final int DNS = 2;
    private static final int IP = 7;

    private CertificateNames() {}

    /**
     * @param host in lower case
     */
    static boolean have(String host, X509Certificate certificate) {
        boolean isNumbers = host.matches("[0-9.]+");
        try {
            Collection<List<?>> names = certificate.getSubjectAlternativeNames();
            if (names == null) return false;
            for (List<?> name : names) {
                boolean isKind = ((Integer) name.get(0)) == (isNumbers ? IP : DNS);
                if (isKind && isOf(host, (String) name.get(1), isNumbers)) return true;
            }
            return false;
        } catch (CertificateParsingException unreadable) {
            return false;
        }
    }

    private static boolean isOf(String host, String name, boolean isNumbers) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (isNumbers || !lower.startsWith("*.")) return lower.equals(host);
        // A star stands for one label, and not for one right below a top-level domain.
        int dot = host.indexOf('.');
        String parent = lower.substring(1);
        return parent.indexOf('.', 1) > 0 && dot > 0 && host.substring(dot).equals(parent);
    }
}
