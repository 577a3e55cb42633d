package dev.identityvault.capacitor.auth;

import dev.identityvault.capacitor.core.ports.Answer;
import dev.identityvault.capacitor.vaults.Platform;
import dev.identityvault.capacitor.vaults.VaultRefusal;

import java.io.IOException;
import java.net.Socket;

/**
 * Sends to providers: without cookies, caches, stored credentials and redirects. It speaks HTTP by
 * itself, because the system's own client asks the handler of cookies that belongs to the whole
 * process. Decision 94.
 */
public final class Provider {
    private final Platform platform;
    private final PlatformAuth auth;

    public Provider(Platform platform, PlatformAuth auth) {
        this.platform = platform;
        this.auth = auth;
    }

    /**
     * @return {@code null}: there was no answer
     * @throws VaultRefusal {@code PolicyNotMet}
     */
    public Answer<ProviderAnswer> send(ProviderCall call) {
        Sending sending = new Sending(call, auth.origins().allowed(call.url()));
        Runnable cancel = platform.timer().after(call.timeout(), sending::giveUp);
        platform.executor()
                .execute(
                        () -> {
                            sending.run();
                            cancel.run();
                        });
        return sending.answer;
    }

    /**
     * One of them. Its socket is closed when the time is over, which ends whatever it waits for.
     */
    private final class Sending {
        private final ProviderCall call;
        private final AuthAddress address;
        private final Answer<ProviderAnswer> answer = new Answer<>();

        /** {@code null}: none yet, or none any more. */
        private Socket socket;

        private boolean isOver;

        Sending(ProviderCall call, AuthAddress address) {
            this.call = call;
            this.address = address;
        }

        void run() {
            try {
                keep(auth.sockets().open(address.host(), address.port(), (int) call.timeout()));
                answer.resolve(ProviderExchange.over(socket, call, address));
            } catch (IOException | RuntimeException unanswered) {
                // What went wrong would tell something of the address.
                answer.resolve(null);
            } finally {
                close();
            }
        }

        private synchronized void keep(Socket opened) throws IOException {
            socket = opened;
            if (isOver) throw new IOException("too late");
        }

        /** On the thread of a timer: what closes a socket may write to the network. */
        void giveUp() {
            answer.resolve(null);
            platform.executor().execute(this::close);
        }

        private synchronized void close() {
            isOver = true;
            try {
                if (socket != null) socket.close();
            } catch (IOException closed) {
                // It is not used any more.
            }
        }
    }
}
