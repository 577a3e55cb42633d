import type { CapacitorConfig } from '@capacitor/cli'

export default {
  appId: 'x',
  plugins: {
    Keyboard: { resize: 'none' },
    CapacitorIdentityVault: {
      authOrigins: ['https://login.example.com']
    }
  }
} satisfies CapacitorConfig
