import { CommonModule } from '@angular/common'
import { HttpClientModule } from '@angular/common/http'
import { ModuleWithProviders, NgModule } from '@angular/core'
import { SettingsService } from './settings.service'

@NgModule({
    imports: [CommonModule, HttpClientModule]
})
export class CoreModule {
    static forRoot(): ModuleWithProviders<CoreModule> {
        return { ngModule: CoreModule, providers: [SettingsService] }
    }
}
