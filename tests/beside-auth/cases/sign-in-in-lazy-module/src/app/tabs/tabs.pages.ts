import { Component } from '@angular/core';

@Component({ selector: 'app-tabs', standalone: false, template: '<ion-tabs></ion-tabs>' })
export class TabsPage {}

@Component({ selector: 'app-feed', standalone: false, template: '<ion-content><h1>Feed</h1></ion-content>' })
export class FeedPage {}

@Component({ selector: 'app-friends', standalone: false, template: '<ion-content><h1>Friends</h1></ion-content>' })
export class FriendsPage {}
