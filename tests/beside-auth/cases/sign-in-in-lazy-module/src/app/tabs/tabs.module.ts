import { NgModule } from '@angular/core';
import { RouterModule, Routes } from '@angular/router';
import { IonicModule } from '@ionic/angular';
import { FeedPage, FriendsPage, TabsPage } from './tabs.pages';

const routes: Routes = [
  {
    path: '',
    component: TabsPage,
    children: [
      { path: 'feed', component: FeedPage },
      { path: 'friends', component: FriendsPage },
    ],
  },
];

@NgModule({
  declarations: [TabsPage, FeedPage, FriendsPage],
  imports: [IonicModule, RouterModule.forChild(routes)],
})
export class TabsModule {}
