import express from 'express';
// import { IonApp } from '@ionic/angular/standalone';

express().listen(3000);
