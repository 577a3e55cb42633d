package io.example.notes;

import com.getcapacitor.BridgeActivity;

public class MainActivity extends BridgeActivity {}
