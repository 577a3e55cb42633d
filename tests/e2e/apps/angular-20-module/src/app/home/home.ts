import { HttpClient } from "@angular/common/http";
import { Component, inject } from "@angular/core";
import { ViewWillEnter } from "@ionic/angular";
import { Observable, map } from "rxjs";

import { environment } from "../../environments/environment";

/** What `GET /profile` answers. */
interface Profile {
	name: string;
	email: string;
}

@Component({
	selector: "app-home",
	templateUrl: "./home.html",
	standalone: false,
})
export class Home implements ViewWillEnter {
	profile$?: Observable<Profile>;
	partner$?: Observable<string>;

	private readonly http = inject(HttpClient);

	ionViewWillEnter(): void {
		this.reload();
	}

	reload(): void {
		this.profile$ = this.http.get<Profile>(`${environment.apiUrl}/profile`);
	}

	askPartner(): void {
		this.partner$ = this.http
			.get<{ ok: boolean }>(`${environment.partnerUrl}/status`)
			.pipe(map(({ ok }) => (ok ? "The partner is up." : "The partner is down.")));
	}
}
