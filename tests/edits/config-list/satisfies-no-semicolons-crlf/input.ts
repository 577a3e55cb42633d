import type { CapacitorConfig } from '@capacitor/cli'

export default {
  appId: 'x',
  plugins: {
    Keyboard: { resize: 'none' }
  }
} satisfies CapacitorConfig
